import { IconCloudOff } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useConnectionState } from '../../live/connection-state.ts'
import classes from './ConnectionBanner.module.css'

/** Says that what is shown may be old, and that it will be complete again by itself. */
export function ConnectionBanner() {
  const { t } = useTranslation('shell')
  const state = useConnectionState()
  return (
    <div role="status">
      {state === 'lost' && (
        <p className={classes.banner}>
          <IconCloudOff size={16} aria-hidden="true" />
          {t('offline')}
        </p>
      )}
    </div>
  )
}

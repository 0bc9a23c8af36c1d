import { useTranslation } from 'react-i18next'
import { useFormat } from '../../format/use-format.ts'
import { useNow } from '../../format/use-now.ts'
import classes from './status.module.css'

/** When a task that was put off comes back; nothing once it has. */
export function FollowUp({ at }: { at: string | null }) {
  const { t } = useTranslation('inbox')
  const format = useFormat()
  const now = useNow()
  if (at === null || Date.parse(at) <= now) return null
  return (
    <time dateTime={at} title={format.exact(at)} className={classes.quiet}>
      {t('followUp', { when: format.relative(at, now) })}
    </time>
  )
}

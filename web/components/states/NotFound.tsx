import { Button } from '@mantine/core'
import { IconFileOff } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { usePageTitle } from '../page/use-page-title.ts'
import { State } from './State.tsx'

/** An address that leads nowhere. */
export function NotFound() {
  const { t } = useTranslation('errors')
  usePageTitle(t('notFound.title'))
  return (
    <State
      page
      icon={<IconFileOff size={40} stroke={1.4} />}
      title={t('notFound.title')}
      text={t('notFound.text')}
      action={
        <Button component={Link} to="/" variant="default">
          {t('toInbox')}
        </Button>
      }
    />
  )
}

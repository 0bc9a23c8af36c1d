import { Button } from '@mantine/core'
import { IconCloudOff, IconFileOff, IconLock, IconMoodSad } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { problemOf } from '../../api/api-problem.ts'
import { State } from './State.tsx'
import { useProblemText } from './use-problem-text.ts'

interface PageErrorProps {
  readonly error: unknown
  readonly retry: () => void
  /** It stands for a whole page. */
  readonly page?: boolean
}

/** A page that could not be shown: why, and what to do. */
export function PageError({ error, retry, page = false }: PageErrorProps) {
  const { t } = useTranslation('errors')
  const problemText = useProblemText()
  const status = problemOf(error)?.status
  const home = (
    <Button component={Link} to="/" variant="default">
      {t('toInbox')}
    </Button>
  )
  if (status === 404)
    return (
      <State
        page={page}
        icon={<IconFileOff size={40} stroke={1.4} />}
        title={t('notFound.title')}
        text={t('notFound.text')}
        action={home}
      />
    )
  if (status === 403)
    return (
      <State
        page={page}
        icon={<IconLock size={40} stroke={1.4} />}
        title={t('forbidden.title')}
        text={t('forbidden.text')}
        action={home}
      />
    )
  return (
    <State
      page={page}
      urgent
      icon={status === 0 ? <IconCloudOff size={40} stroke={1.4} /> : <IconMoodSad size={40} stroke={1.4} />}
      title={t(status === 0 ? 'offline.title' : 'failed.title')}
      text={problemText(error)}
      action={<Button onClick={retry}>{t('retry')}</Button>}
    />
  )
}

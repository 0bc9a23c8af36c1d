import { Button } from '@mantine/core'
import { IconCircleCheck, IconSearchOff } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { InboxView } from '../../../api/contract/index.ts'
import { State } from '../../components/states/State.tsx'

/** A view without tasks: good news, and where else to look. */
export function EmptyView({ view, search }: { view: InboxView; search: string | undefined }) {
  const { t } = useTranslation('inbox')
  if (search)
    return (
      <State
        icon={<IconSearchOff size={36} stroke={1.4} />}
        title={t('notFound.title')}
        text={t('notFound.text', { search })}
      />
    )
  const elsewhere = view === 'mine' ? 'groups' : 'mine'
  return (
    <State
      icon={<IconCircleCheck size={36} stroke={1.4} />}
      title={t(`empty.${view}.title`)}
      text={t(`empty.${view}.text`)}
      action={
        <Button component={Link} to={`/inbox/${elsewhere}`} variant="default">
          {t(elsewhere === 'groups' ? 'toGroups' : 'toMine')}
        </Button>
      }
    />
  )
}

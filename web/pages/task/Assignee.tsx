import { useTranslation } from 'react-i18next'
import type { TaskDetail } from '../../../api/contract/index.ts'
import { useMe } from '../../api/use-session.ts'
import { useLocalName } from '../../i18n/use-local-name.ts'

/** Who has the task; while nobody has it, whose group may take it. */
export function Assignee({ task }: { task: TaskDetail }) {
  const { t } = useTranslation('task')
  const me = useMe()
  const nameOf = useLocalName()
  if (task.state !== 'created') return null
  if (task.assignee?.id === me.id) return <span>{t('you')}</span>
  if (task.assignee) return <span>{t('assignee', { name: task.assignee.name })}</span>
  const groups = task.candidateGroups.map((group) => nameOf(group)).join(', ')
  return (
    <span>
      {t('unassigned')}
      {groups && ` (${groups})`}
    </span>
  )
}

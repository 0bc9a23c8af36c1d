import { useQuery } from '@tanstack/react-query'
import type { InboxView, TaskRow } from '../../../api/contract/index.ts'
import { problemOf } from '../../api/api-problem.ts'
import { taskQuery } from '../../api/queries/tasks.ts'
import { usePageTitle } from '../../components/page/use-page-title.ts'
import { QueryState } from '../../components/states/QueryState.tsx'
import { useLocalName } from '../../i18n/use-local-name.ts'
import { useWatch } from '../../live/LiveProvider.tsx'
import { TaskView } from './TaskView.tsx'

export interface TaskPlace {
  readonly place: 'inbox' | 'page'
  /** The view of the inbox that the task was opened from. */
  readonly view: InboxView
  /** Where to go when the task is done: the next one, or back. */
  readonly leave: (next: TaskRow | null) => void
}

/** One task, as long as the person looks at it: it stays readable when somebody else takes it. */
export function TaskPanel({ taskKey, ...place }: TaskPlace & { taskKey: string }) {
  const query = useQuery(taskQuery(taskKey))
  const nameOf = useLocalName()
  usePageTitle(query.data && nameOf(query.data, query.data.elementId))
  useWatch('instance', query.data?.instanceKey)
  const status = problemOf(query.error)?.status
  return (
    <QueryState query={query}>
      {(task) => <TaskView task={task} gone={status === 403 || status === 404} {...place} />}
    </QueryState>
  )
}

import { useNavigate } from '@tanstack/react-router'
import type { TaskRow } from '../../../api/contract/index.ts'
import { inboxRoute, inboxTaskRoute } from '../../routes/inbox-routes.ts'
import { TaskPanel } from '../task/TaskPanel.tsx'

/** The task beside the list. */
export function InboxTask() {
  const { view, taskKey } = inboxTaskRoute.useParams()
  const filter = inboxRoute.useSearch()
  const navigate = useNavigate()
  const leave = (next: TaskRow | null) =>
    void (next
      ? navigate({ to: '/inbox/$view/$taskKey', params: { view, taskKey: next.key }, search: filter })
      : navigate({ to: '/inbox/$view', params: { view }, search: filter }))
  return <TaskPanel key={taskKey} taskKey={taskKey} leave={leave} place="inbox" view={view} />
}

import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { TaskRow } from '../../../api/contract/index.ts'
import { taskRoute } from '../../routes/inbox-routes.ts'
import { TaskPanel } from './TaskPanel.tsx'

/** A task on its own page, with an address to share. */
export function TaskPage() {
  const { taskKey } = taskRoute.useParams()
  const { t } = useTranslation('task')
  const navigate = useNavigate()
  const leave = (next: TaskRow | null) =>
    void (next
      ? navigate({ to: '/tasks/$taskKey', params: { taskKey: next.key } })
      : navigate({ to: '/inbox/$view', params: { view: 'mine' } }))
  return (
    <>
      <h1 className="visually-hidden">{t('title')}</h1>
      <TaskPanel key={taskKey} taskKey={taskKey} leave={leave} place="page" view="mine" />
    </>
  )
}

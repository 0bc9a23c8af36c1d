import { Outlet, useParams } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { usePageTitle } from '../../components/page/use-page-title.ts'
import { inboxRoute } from '../../routes/inbox-routes.ts'
import classes from './InboxPage.module.css'
import { TaskList } from './TaskList.tsx'
import { Views } from './Views.tsx'

/** Three panes: views, list, task. On a narrow screen one at a time. */
export function InboxPage() {
  const { t } = useTranslation('inbox')
  const { view } = inboxRoute.useParams()
  const filter = inboxRoute.useSearch()
  const { taskKey } = useParams({ strict: false })
  usePageTitle(taskKey === undefined ? t(`views.${view}`) : null)
  return (
    <div className={classes.panes} data-task={taskKey !== undefined}>
      <h1 className="visually-hidden">{t('title')}</h1>
      <Views view={view} />
      <TaskList key={view} view={view} filter={filter} chosen={taskKey ?? null} />
      <div className={classes.task}>
        <Outlet />
      </div>
    </div>
  )
}

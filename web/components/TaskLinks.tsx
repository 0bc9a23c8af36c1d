import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { TaskRow } from '../../api/contract/index.ts'
import { useLocalName } from '../i18n/use-local-name.ts'
import { Due } from './status/Due.tsx'
import classes from './TaskLinks.module.css'

/** Tasks of a deal or an instance: what, with whom, by when. */
export function TaskLinks({ tasks, empty }: { tasks: readonly TaskRow[]; empty: string }) {
  const { t } = useTranslation('task')
  const nameOf = useLocalName()
  if (tasks.length === 0) return <p className={classes.quiet}>{empty}</p>
  return (
    <ul className={classes.tasks}>
      {tasks.map((task) => (
        <li key={task.key}>
          <Link to="/tasks/$taskKey" params={{ taskKey: task.key }} className={classes.task}>
            <strong>
              <bdi>{nameOf(task, task.elementId)}</bdi>
            </strong>
            <span>
              {task.assignee
                ? t('assignee', { name: task.assignee.name })
                : task.candidateGroups.map((group) => nameOf(group)).join(', ') || t('unassigned')}
              {task.state === 'created' && task.dueAt && (
                <>
                  {' · '}
                  <Due at={task.dueAt} />
                </>
              )}
            </span>
          </Link>
        </li>
      ))}
    </ul>
  )
}

import { IconFlag3Filled } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { InboxView, TaskRow } from '../../../api/contract/index.ts'
import type { InboxFilter } from '../../api/queries/inbox.ts'
import { Due } from '../../components/status/Due.tsx'
import { FollowUp } from '../../components/status/FollowUp.tsx'
import { Time } from '../../components/Time.tsx'
import { useFormat } from '../../format/use-format.ts'
import { useLocalName } from '../../i18n/use-local-name.ts'
import classes from './TaskListRow.module.css'
import { useWhyText } from './use-why-text.ts'

/** From here on a task is marked as urgent by its diagram. Of 100. */
const highPriority = 75

interface TaskListRowProps {
  readonly task: TaskRow
  readonly gone: boolean
  readonly view: InboxView
  readonly filter: InboxFilter
  readonly chosen: boolean
}

/** What, by when; for whom, why me: in two lines. */
export function TaskListRow({ task, gone, view, filter, chosen }: TaskListRowProps) {
  const { t } = useTranslation('inbox')
  const nameOf = useLocalName()
  const process = nameOf({ name: task.processName, names: task.processNames })
  const { subject } = task
  return (
    <li>
      <Link
        to="/inbox/$view/$taskKey"
        params={{ view, taskKey: task.key }}
        search={filter}
        preload={false}
        className={classes.row}
        data-gone={gone}
        aria-current={chosen ? 'true' : undefined}
      >
        <span className={classes.line}>
          <span className={classes.what}>
            {task.priority >= highPriority && (
              <IconFlag3Filled size={14} className={classes.high} role="img" aria-label={t('high')} />
            )}
            <bdi>{nameOf(task, task.elementId)}</bdi>
          </span>
          <span className={classes.when}>{gone ? t('gone') : <When task={task} view={view} />}</span>
        </span>
        <span className={classes.line}>
          <span className={classes.whom}>
            <bdi>{subject ? subject.partyName : process}</bdi>
            {subject && (
              <>
                {' · '}
                <bdi>{subject.title}</bdi>
              </>
            )}
          </span>
          <span className={classes.why} data-suspended={task.suspended}>
            <Why task={task} view={view} />
          </span>
        </span>
      </Link>
    </li>
  )
}

interface InView {
  readonly task: TaskRow
  readonly view: InboxView
}

/** What is done: since when; what was put off: when it comes back; else by when. */
function When({ task: { endedAt, dueAt, followUpAt }, view }: InView) {
  if (endedAt !== null) return <Time at={endedAt} />
  return view === 'later' ? <FollowUp at={followUpAt} /> : <Due at={dueAt} />
}

/** Why me, with whom it is, or what matters more in this view. */
function Why({ task, view }: InView) {
  const { t } = useTranslation('inbox')
  const format = useFormat()
  const whyText = useWhyText()
  if (task.suspended) return t('suspended')
  if (view === 'waiting' && task.assignee) return t('with', { name: task.assignee.name })
  if (view === 'later' && task.dueAt !== null) return <Due at={task.dueAt} />
  return view === 'done' && task.subject?.amount ? format.money(task.subject.amount) : whyText(task)
}

import { Alert } from '@mantine/core'
import { IconAlertCircle, IconCircleCheck, IconInfoCircle, IconPlayerPause } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { Problem, TaskDetail } from '../../../api/contract/index.ts'
import { ApiProblem } from '../../api/api-problem.ts'
import { useMe } from '../../api/use-session.ts'
import { useProblemText } from '../../components/states/use-problem-text.ts'
import { Time } from '../../components/Time.tsx'
import classes from './TaskView.module.css'

interface TaskNoticeProps {
  readonly task: TaskDetail
  readonly gone: boolean
  /** Why the last thing that was tried did not work. */
  readonly refusal: Problem | null
  readonly draftFound: boolean
}

/** What has happened to the task, above everything else. Announced when it appears. */
export function TaskNotice({ task, gone, refusal, draftFound }: TaskNoticeProps) {
  const { t } = useTranslation('task')
  return (
    <div className={classes.notices} aria-live="polite">
      {refusal ? <Refusal problem={refusal} /> : <Fate task={task} gone={gone} />}
      {draftFound && !refusal && (
        <Alert color="gray" py="xs" icon={<IconInfoCircle />}>
          {t('draftFound')}
        </Alert>
      )}
    </div>
  )
}

/** A refusal by somebody who was faster says who and when. */
function Refusal({ problem }: { problem: Problem }) {
  const { t } = useTranslation('task')
  const problemText = useProblemText()
  const { code, by, at } = problem
  const faster =
    code === 'task_already_completed'
      ? 'alreadyCompleted'
      : code === 'task_already_assigned'
        ? 'alreadyAssigned'
        : null
  if (faster && by)
    return (
      <Alert color="yellow" icon={<IconAlertCircle />} title={t(`notice.${faster}`, { name: by.name })}>
        {t('notice.takenText')} {at && <Time at={at} />}
      </Alert>
    )
  return (
    <Alert color="red" icon={<IconAlertCircle />} title={t('failed')}>
      {problemText(new ApiProblem(problem))}
    </Alert>
  )
}

function Fate({ task, gone }: { task: TaskDetail; gone: boolean }) {
  const { t } = useTranslation('task')
  const me = useMe()
  if (task.state === 'completed') {
    const by = task.completedBy
    const title =
      by?.id === me.id
        ? t('notice.completedByYou')
        : by
          ? t('notice.completedBy', { name: by.name })
          : t('notice.completed')
    return (
      <Alert color="green" icon={<IconCircleCheck />} title={title}>
        {task.endedAt && <Time at={task.endedAt} />}
      </Alert>
    )
  }
  if (task.state === 'canceled')
    return (
      <Alert color="gray" icon={<IconInfoCircle />} title={t('notice.canceled')}>
        {t('notice.canceledText')}
      </Alert>
    )
  if (gone)
    return (
      <Alert color="yellow" icon={<IconInfoCircle />} title={t('notice.gone')}>
        {t('notice.goneText')}
      </Alert>
    )
  if (task.suspended)
    return (
      <Alert color="yellow" icon={<IconPlayerPause />} title={t('notice.suspended')}>
        {t('notice.suspendedText')}
      </Alert>
    )
  if (task.owner?.id === me.id && task.assignee && task.assignee.id !== me.id)
    return (
      <Alert icon={<IconInfoCircle />} title={t('notice.delegated', { name: task.assignee.name })}>
        {t('notice.delegatedText')}
      </Alert>
    )
  if (task.assignee && task.assignee.id !== me.id)
    return (
      <Alert color="yellow" icon={<IconInfoCircle />} title={t('notice.taken', { name: task.assignee.name })}>
        {t('notice.takenText')}
      </Alert>
    )
  return null
}

import { notifications } from '@mantine/notifications'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { Problem, TaskDetail, TaskRow } from '../../../api/contract/index.ts'
import { problemOf } from '../../api/api-problem.ts'
import { queryKeys } from '../../api/queries/keys.ts'
import {
  assignTask,
  claimTask,
  delegateTask,
  putOffTask,
  releaseTask,
  resolveTask,
} from '../../api/queries/tasks.ts'
import { useLocalName } from '../../i18n/use-local-name.ts'
import { useLive } from '../../live/LiveProvider.tsx'
import type { TaskPlace } from './TaskPanel.tsx'
import { UndoPutOff } from './UndoPutOff.tsx'

export interface TaskActions {
  readonly claim: () => void
  readonly release: () => void
  readonly assign: (user: string) => Promise<unknown>
  readonly delegate: (user: string) => Promise<unknown>
  /** My part is done: it leaves me. */
  readonly resolve: () => void
  /** It is mine again before the other one has said so. */
  readonly takeBack: () => void
  /** Until a moment, ISO text. */
  readonly putOff: (at: string) => Promise<unknown>
  /** It is not put off any more. */
  readonly showNow: () => void
  readonly pending: boolean
  readonly problem: Problem | null
}

/**
 * Taking a task, giving it back, handing it on, having it prepared. What the server answers is shown at once.
 *
 * @param place left when the task is somebody else's, or out of the view
 */
export function useTaskActions(task: TaskDetail, place: TaskPlace): TaskActions {
  const { t } = useTranslation('task')
  const nameOf = useLocalName()
  const live = useLive()
  const queryClient = useQueryClient()
  const key = queryKeys.task(task.key)
  const { mutate, mutateAsync, isPending, error } = useMutation({
    mutationFn: (act: () => Promise<TaskRow>) => act(),
    onSuccess: (row) => {
      queryClient.setQueryData<TaskDetail>(key, (known) => known && { ...known, ...row })
      live.changed([{ kind: 'task', key: task.key, rev: row.rev }])
    },
    onError: () => void queryClient.invalidateQueries({ queryKey: key }),
  })
  const resolved = () => {
    const message = t('resolved', { name: task.owner?.name ?? '', task: nameOf(task, task.elementId) })
    notifications.show({ message, color: 'green' })
    place.leave(null)
  }
  const isPutOff = (at: string) => {
    const id = notifications.show({
      title: t('followUp.done', { task: nameOf(task, task.elementId) }),
      message: <UndoPutOff at={at} undo={undo} />,
      color: 'green',
      autoClose: TIME_TO_UNDO,
    })
    function undo() {
      notifications.hide(id)
      mutate(() => putOffTask(task.key, stillToCome(task.followUpAt)))
    }
    if (losesSight(place)) place.leave(null)
  }
  return {
    claim: () => mutate(() => claimTask(task.key)),
    release: () => mutate(() => releaseTask(task.key)),
    assign: (user) => mutateAsync(() => assignTask(task.key, user)),
    delegate: (user) => mutateAsync(() => delegateTask(task.key, user)),
    resolve: () => mutate(() => resolveTask(task.key), { onSuccess: resolved }),
    takeBack: () => mutate(() => resolveTask(task.key)),
    putOff: (at) => mutateAsync(() => putOffTask(task.key, at), { onSuccess: () => isPutOff(at) }),
    showNow: () => mutate(() => putOffTask(task.key, null)),
    pending: isPending,
    problem: problemOf(error),
  }
}

/** Milliseconds: somebody who works by keyboard has to come there first. */
const TIME_TO_UNDO = 12_000

/** A moment that has come is none to put off to. */
const stillToCome = (at: string | null): string | null =>
  at !== null && Date.parse(at) > Date.now() ? at : null

/** Whether a task that is put off is no longer in the view that stands beside it. */
const losesSight = ({ place, view }: TaskPlace): boolean =>
  place === 'inbox' && (view === 'mine' || view === 'groups' || view === 'today')

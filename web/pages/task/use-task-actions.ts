import { notifications } from '@mantine/notifications'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { Problem, TaskDetail, TaskRow } from '../../../api/contract/index.ts'
import { problemOf } from '../../api/api-problem.ts'
import { queryKeys } from '../../api/queries/keys.ts'
import { assignTask, claimTask, delegateTask, releaseTask, resolveTask } from '../../api/queries/tasks.ts'
import { useLocalName } from '../../i18n/use-local-name.ts'
import { useLive } from '../../live/LiveProvider.tsx'

export interface TaskActions {
  readonly claim: () => void
  readonly release: () => void
  readonly assign: (user: string) => Promise<unknown>
  readonly delegate: (user: string) => Promise<unknown>
  /** My part is done: it leaves me. */
  readonly resolve: () => void
  /** It is mine again before the other one has said so. */
  readonly takeBack: () => void
  readonly pending: boolean
  readonly problem: Problem | null
}

/**
 * Taking a task, giving it back, handing it on, having it prepared. What the server answers is shown at once.
 *
 * @param leave where to go when the task is somebody else's
 */
export function useTaskActions(task: TaskDetail, leave: (next: null) => void): TaskActions {
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
    leave(null)
  }
  return {
    claim: () => mutate(() => claimTask(task.key)),
    release: () => mutate(() => releaseTask(task.key)),
    assign: (user) => mutateAsync(() => assignTask(task.key, user)),
    delegate: (user) => mutateAsync(() => delegateTask(task.key, user)),
    resolve: () => mutate(() => resolveTask(task.key), { onSuccess: resolved }),
    takeBack: () => mutate(() => resolveTask(task.key)),
    pending: isPending,
    problem: problemOf(error),
  }
}

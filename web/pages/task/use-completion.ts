import { notifications } from '@mantine/notifications'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Problem, TaskDetail, TaskRow } from '../../../api/contract/index.ts'
import { problemOf } from '../../api/api-problem.ts'
import { queryKeys } from '../../api/queries/keys.ts'
import { completeTask } from '../../api/queries/tasks.ts'
import type { SendForm } from '../../form-renderer/index.ts'
import { useLocalName } from '../../i18n/use-local-name.ts'
import { useLive } from '../../live/LiveProvider.tsx'
import { goesOn } from './go-on.ts'

/** Completes the task and goes on. A refusal is kept for the notice; its field errors go to the fields. */
export function useCompletion(
  task: TaskDetail,
  discardDraft: () => void,
  leave: (next: TaskRow | null) => void,
) {
  const { t } = useTranslation('task')
  const nameOf = useLocalName()
  const live = useLive()
  const queryClient = useQueryClient()
  const [problem, setProblem] = useState<Problem | null>(null)

  const send: SendForm = async (outcome, values, idempotencyKey) => {
    setProblem(null)
    try {
      const { next } = await completeTask(task.key, { outcome, values }, idempotencyKey)
      discardDraft()
      live.changed([
        { kind: 'task', key: task.key, rev: task.rev + 1 },
        { kind: 'instance', key: task.instanceKey, rev: 0 },
      ])
      const title = t('done', { task: nameOf(task, task.elementId) })
      const message = goesOn() && next === null ? t('noNext') : null
      notifications.show({ title, message, color: 'green' })
      leave(goesOn() ? next : null)
    } catch (error) {
      const found = problemOf(error)
      if (found?.code !== 'form_not_valid') setProblem(found)
      if (found?.status === 409 || found?.status === 404)
        void queryClient.invalidateQueries({ queryKey: queryKeys.task(task.key) })
      throw error
    }
  }
  return { send, problem }
}

import type { ListenerResult } from '../../engine/state/command.ts'
import type { CompleteJob } from '../contract/v2/jobs.ts'
import { taskChanges } from './task-changes.ts'

/** What a worker says as a task listener; undefined when it says nothing. An empty text takes the assignee away. */
export function listenerResult(result: CompleteJob['result']): ListenerResult | undefined {
  if (result == null) return undefined
  const { assignee, ...changes } = result.corrections ?? {}
  return {
    denied: result.denied ? (result.deniedReason ?? '') : null,
    corrections: {
      ...taskChanges(changes),
      ...(assignee == null ? {} : { assignee: assignee === '' ? null : assignee }),
    },
  }
}

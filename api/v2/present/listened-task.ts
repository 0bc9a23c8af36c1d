import type { ListenedTask } from '../../../engine/runtime/engine.ts'
import type { ActivatedJob } from '../../contract/v2/jobs.ts'
import { keyText, timeTextOrNone } from '../key.ts'
import { textsOf } from './text-of-row.ts'

/** The task that a listener is asked about, as it will be if nobody denies it. */
export function presentListenedTask({ row, transition }: ListenedTask): ActivatedJob['userTask'] {
  const changes = { ...(transition.kind === 'updating' ? transition.changes : {}), ...transition.corrections }
  const assignee = 'assignee' in transition ? transition.assignee : row.assignee
  const dueAt = changes.dueAt === undefined ? row.dueAt : changes.dueAt
  const followUpAt = changes.followUpAt === undefined ? row.followUpAt : changes.followUpAt
  return {
    action: transition.action,
    assignee: changes.assignee === undefined ? assignee : changes.assignee,
    candidateGroups: [...(changes.candidateGroups ?? textsOf(row.candidateGroups))],
    candidateUsers: [...(changes.candidateUsers ?? textsOf(row.candidateUsers))],
    changedAttributes: changedAttributes(Object.keys(changes), transition.kind === 'assigning'),
    dueDate: timeTextOrNone(dueAt) ?? null,
    followUpDate: timeTextOrNone(followUpAt) ?? null,
    priority: changes.priority ?? row.priority,
    userTaskKey: keyText(row.key),
  }
}

const NAMES: Readonly<Record<string, string>> = { dueAt: 'dueDate', followUpAt: 'followUpDate' }

function changedAttributes(changes: readonly string[], isAssignment: boolean): string[] {
  const names = changes.map((name) => NAMES[name] ?? name)
  return [...new Set(isAssignment ? ['assignee', ...names] : names)]
}

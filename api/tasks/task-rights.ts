import type { Rows } from '../../engine/ports/rows.ts'
import type { Identity } from '../auth/identity.ts'
import type { TaskPermissions } from '../contract/index.ts'
import { ApiProblem } from '../http/api-problem.ts'
import { excludedFrom } from '../policies/four-eyes.ts'
import { type Action, may } from '../policies/may.ts'
import { requireMay } from '../policies/require.ts'
import { taskFacts } from '../policies/task-facts.ts'
import type { Services } from '../services.ts'
import { alreadyAssigned } from './task-conflict.ts'

type TaskAction = Extract<
  Action,
  | 'task.claim'
  | 'task.release'
  | 'task.complete'
  | 'task.reassign'
  | 'task.delegate'
  | 'task.resolve'
  | 'task.follow_up'
>

const excluded = async ({ engine }: Services, task: Rows['tasks']) =>
  excludedFrom(engine.store, await engine.definitions.graph(task.definition), task)

const NOTHING: TaskPermissions = {
  claim: false,
  release: false,
  complete: false,
  reassign: false,
  delegate: false,
  resolve: false,
  followUp: false,
}

/** What this person may do with the task now; nothing once it has ended, while its listeners are asked, or suspended. [SU2] */
export async function taskPermissions(
  services: Services,
  person: Identity,
  task: Rows['tasks'],
): Promise<TaskPermissions> {
  if (task.state !== 'CREATED' || task.transition !== '' || task.suspended === 1) return NOTHING
  const facts = taskFacts(task)
  const eyes = may(person, 'task.act_after', { excluded: await excluded(services, task) })
  return {
    claim: eyes && may(person, 'task.claim', facts),
    release: may(person, 'task.release', facts),
    complete: eyes && may(person, 'task.complete', facts),
    reassign: may(person, 'task.reassign', facts),
    delegate: may(person, 'task.delegate', facts),
    resolve: may(person, 'task.resolve', facts),
    followUp: may(person, 'task.follow_up', facts),
  }
}

/** [UT8] */
const delegated = (owner: string): ApiProblem =>
  new ApiProblem(
    409,
    'task_delegated',
    `${owner} has delegated this task: resolve it, then it is theirs to complete.`,
  )

/** The four-eyes rule: 403 `four_eyes` for whoever acted before. */
export async function requireOtherEyes(
  services: Services,
  person: Pick<Identity, 'id' | 'roles' | 'groups'>,
  task: Rows['tasks'],
) {
  if (!may(person, 'task.act_after', { excluded: await excluded(services, task) }))
    throw new ApiProblem(403, 'four_eyes', 'You did an earlier step of this. Someone else must do this one.')
}

/** Passes when this person may do this to the open task now; else 409 if somebody else has it, 403 otherwise. */
export async function requireTask(
  services: Services,
  person: Identity,
  action: TaskAction,
  task: Rows['tasks'],
): Promise<void> {
  const taken = task.assignee !== null && task.assignee !== person.id
  if (taken && (action === 'task.claim' || action === 'task.complete'))
    throw await alreadyAssigned(services, task)
  if (action === 'task.complete' && task.owner !== null) throw delegated(task.owner)
  requireMay(person, action, taskFacts(task))
  if (action === 'task.claim' || action === 'task.complete') await requireOtherEyes(services, person, task)
}

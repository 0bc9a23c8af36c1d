import { dropDrafts, hasDrafts } from '../../db/records/draft/task-draft.ts'
import { changeIn } from '../../db/records/reading.ts'
import type { Identity } from '../auth/identity.ts'
import type { Values } from '../contract/primitives.ts'
import type { CompleteUserTask } from '../contract/v2/user-tasks.ts'
import { may } from '../policies/may.ts'
import type { Services } from '../services.ts'
import { completeTask, mayBeDenied } from '../tasks/complete-task.ts'
import { loadOpenTask, taskRefusal } from '../tasks/load-task.ts'
import { requireOtherEyes } from '../tasks/task-rights.ts'
import { givenVariables } from './given-variables.ts'

/**
 * Completes a task with variables as the contract has it. Whoever may change an instance by hand may set any variables
 * and work for others; everyone else completes their own tasks, and the task's form checks what they give. The variable
 * `outcome` is the outcome chosen.
 */
export async function completeByContract(
  services: Services,
  person: Identity,
  key: string,
  { variables, action }: CompleteUserTask,
): Promise<void> {
  const given = variables ?? {}
  const { outcome: chosen, ...values } = given
  const outcome = typeof chosen === 'string' ? chosen : null
  if (may(person, 'instance.change')) return completeFreely(services, person, { key, given, outcome, action })
  await completeTask(services, person, { key, outcome, values, rev: undefined, action }, null)
}

interface FreeCompletion {
  readonly key: string
  readonly given: Values
  readonly outcome: string | null
  readonly action: string | null | undefined
}

async function completeFreely(
  services: Services,
  person: Identity,
  { key, given, outcome, action }: FreeCompletion,
): Promise<void> {
  const task = await loadOpenTask(services, person, key)
  await requireOtherEyes(services, person, task)
  const dropsDraft = (await hasDrafts(services.database, task.key)) && !(await mayBeDenied(services, task))
  const command = {
    type: 'completeTask',
    key: task.key,
    variables: givenVariables(given),
    outcome,
    ...(action && { action }),
  } as const
  const done = await services.engine.execute(task.instance, command, {
    by: person.id,
    after: async (tx) => {
      if (dropsDraft)
        await tx.withRecords((records) =>
          dropDrafts(changeIn(records, { by: person.id, now: services.now() }), task.key),
        )
    },
  })
  if (!done.ok) throw await taskRefusal(services, task.key, done.error)
}

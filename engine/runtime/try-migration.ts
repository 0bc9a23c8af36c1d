import type { ProcessGraph } from '../graph/process-graph.ts'
import type { Key } from '../key.ts'
import type { InstanceState } from '../state/instance-state.ts'
import type { StepContext } from '../step/execution.ts'
import { type MigrationProblem, planMigration } from '../step/migration/plan-migration.ts'
import { step } from '../step/step.ts'

export interface MigrationAsked {
  readonly from: ProcessGraph
  readonly to: ProcessGraph
  /** Of `to`. */
  readonly definition: Key
  /** Ids of elements, before and after. */
  readonly mapping: ReadonlyMap<string, string>
  /** Epoch milliseconds. */
  readonly now: number
  readonly zone: string
  readonly calendar: StepContext['calendar']
}

/** What stands in the way of migrating this running instance; nothing of it is kept. [MG2] [MG3] */
export function tryMigration(state: InstanceState, asked: MigrationAsked): readonly MigrationProblem[] {
  const plan = planMigration(state, asked.from, asked.to, asked.mapping)
  return plan.ok ? problemsOfNewEvents(state, asked) : plan.error
}

/** An expression of an event that is new in the other version may fail on the variables of this instance. */
function problemsOfNewEvents(
  state: InstanceState,
  { from, to, definition, mapping, now, zone, calendar }: MigrationAsked,
): MigrationProblem[] {
  let key = ABOVE_ALL
  const tried = step(
    from,
    state,
    { type: 'migrateInstance', definition, mapping },
    {
      now,
      zone,
      calendar,
      nextKey: () => ++key,
      findProcess: () => undefined,
      findDecision: () => undefined,
      findGraph: () => to,
    },
  )
  if (tried.ok) return []
  return [{ code: 'migration_not_possible', elementId: to.processId, message: tried.error.message }]
}

/** Keys that nothing has. */
const ABOVE_ALL: Key = 2 ** 52

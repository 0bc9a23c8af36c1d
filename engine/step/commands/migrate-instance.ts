import type { ProcessGraph } from '../../graph/process-graph.ts'
import { fail, ok, type Result } from '../../result.ts'
import type { Command, Rejection } from '../../state/command.ts'
import type { EngineEvent } from '../../state/event.ts'
import { renewSubscriptions } from '../associate-keys.ts'
import type { Execution } from '../execution.ts'
import { type MigrationPlan, type MigrationProblem, planMigration } from '../migration/plan-migration.ts'
import { Stuck } from '../stuck.ts'
import { beginWaiting, closeWaits, waitsFor } from '../triggers.ts'

type MigrateInstance = Extract<Command, { type: 'migrateInstance' }>

/**
 * The instance goes on by another version where it stands: tasks, jobs, calls, incidents and variables stay as they are.
 * [MG1] Refused whole when anything active has no place there. [MG2]
 */
export function migrateInstance(
  x: Execution,
  { definition, mapping }: MigrateInstance,
): Result<void, Rejection> {
  const to = x.context.findGraph(definition)
  if (!to) return fail({ code: 'process_not_found', message: `there is no process definition ${definition}` })
  const plan = planMigration(x.state, x.graph, to, mapping)
  if (!plan.ok) return fail(rejectionOf(x, plan.error))
  const opened = opening(x, to, plan.value)
  if (!opened.ok) return opened
  const { closing, elements, flows } = plan.value
  for (const instance of x.state.elements.values()) closeWaits(x, instance, (wait) => closing.has(wait.key))
  x.emit({ type: 'instanceMigrated', key: x.state.key, definition, elements, flows })
  x.graph = to
  if (to.correlation) renewSubscriptions(x)
  beginWaiting(
    x,
    opened.value.map((event) => lookedAtLater(x, event)),
  )
  return ok(undefined)
}

/** Computed before anything is done, so that an expression that fails refuses the whole. */
function opening(x: Execution, to: ProcessGraph, plan: MigrationPlan): Result<EngineEvent[], Rejection> {
  const from = x.graph
  x.graph = to
  try {
    return ok(
      [...plan.opening].flatMap(([key, events]) =>
        waitsFor(
          x,
          x.instance(key),
          events.map((index) => to.elements[index]!),
        ),
      ),
    )
  } catch (error) {
    if (!(error instanceof Stuck)) throw error
    return fail({ code: 'migration_not_possible', message: error.message })
  } finally {
    x.graph = from
  }
}

/** One that nothing helps comes before those that a mapping does. */
function rejectionOf({ state }: Execution, problems: readonly MigrationProblem[]): Rejection {
  const worst = problems.find(({ code }) => code !== 'migration_needs_mapping') ?? problems[0]!
  const message = problems.map((problem) => problem.message).join('; ')
  return { code: worst.code, message: `instance ${state.key} can't be migrated: ${message}` }
}

/** A condition that holds already is met when the instance is resumed, not while it is suspended. */
const lookedAtLater = ({ state }: Execution, event: EngineEvent): EngineEvent =>
  state.suspended && event.type === 'conditionOpened' ? { ...event, holds: false } : event

import { catchUpOf } from '../graph/catch-up.ts'
import type { GraphElement } from '../graph/process-graph.ts'
import { noVariables } from '../json.ts'
import type { TimerRow } from '../ports/rows.ts'
import { fail, ok, type Result } from '../result.ts'
import type { DueTime } from '../step/due-time.ts'
import { isSkipped, nextDue } from '../step/next-due.ts'
import type { Refusal } from './engine.ts'
import { startDue, timerOf } from './start-timer.ts'
import type { Transactor } from './transactor.ts'
import type { UnitOfWork } from './unit-of-work.ts'

/** Fires one timer. That another node was faster shows as a rejection and is nothing to report. [TI3] */
export async function fireTimer(transactor: Transactor, timer: TimerRow): Promise<Result<void, Refusal>> {
  if (timer.instance === 0) return fireStartTimer(transactor, timer)
  return transactor.runUnattended([timer.instance], 'timer', async (work) => {
    const instance = await work.load(timer.instance)
    if (!instance.ok) return instance
    return work.run(instance.value, { type: 'fireTimer', key: timer.elementInstance, timer: timer.key })
  })
}

function fireStartTimer(transactor: Transactor, timer: TimerRow): Promise<Result<void, Refusal>> {
  return transactor.runUnattended([], 'timer', async (work, tx) => {
    const [mine] = await tx.find('timers', {
      where: [{ column: 'key', is: '=', value: timer.key }],
      lock: 'skip',
    })
    if (!mine)
      return fail({ code: 'timer_not_found', message: `start timer ${timer.key} was fired by another node` })
    const graph = await work.context.definitions.graph(timer.definition)
    const element = graph.elements[graph.indexOf.get(timer.elementId)!]!
    const due = await dueOf(work, timer, element)
    if (!due.ok) return due
    const next = scheduleNext(work, timer, element, due.value)
    if (!next.ok) return next
    tx.delete('timers', timer.key)
    if (isSkipped(due.value, catchUpOf(element.properties), work.context.now)) return ok(undefined)
    const { definition, part } = timer
    const made = await work.create({ definition, startAt: [element.index], brought: noVariables(), part })
    return made.ok ? ok(undefined) : made
  })
}

/** The turn that the row is, with its cycle, whose turns are counted from the deployment, which armed it. */
async function dueOf(
  { context }: UnitOfWork,
  { definition, part, dueAt, repetitions }: TimerRow,
  element: GraphElement,
): Promise<Result<DueTime, Refusal>> {
  const timer = timerOf(element, part)
  if (timer?.kind !== 'cycle') return ok({ dueAt, repetitions, cycle: null })
  const { deployment } = (await context.definitions.row(definition))!
  const { at } = (await context.tx.get('deployments', deployment))!
  const first = startDue(timer, { ...context, now: at })
  return first.ok ? ok({ dueAt, repetitions, cycle: first.value.cycle }) : withoutTurn(element, first.error)
}

function scheduleNext(
  { context }: UnitOfWork,
  fired: TimerRow,
  element: GraphElement,
  due: DueTime,
): Result<void, Refusal> {
  const next = nextDue(due, catchUpOf(element.properties), context)
  if (!next.ok) return withoutTurn(element, next.error)
  if (next.value === null) return ok(undefined)
  const { dueAt, repetitions } = next.value
  context.tx.insert('timers', { ...fired, key: context.nextKey(), dueAt, repetitions })
  return ok(undefined)
}

const withoutTurn = ({ id }: GraphElement, reason: string) =>
  fail<Refusal>({ code: 'timer_without_next_turn', message: `start timer '${id}': ${reason}` })

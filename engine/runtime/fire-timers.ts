import { partsOf } from '../graph/parts-of.ts'
import { noVariables } from '../json.ts'
import type { TimerRow } from '../ports/rows.ts'
import { fail, ok, type Result } from '../result.ts'
import { firstDue, nextDue } from '../step/due-time.ts'
import { triggerOf } from '../step/triggers.ts'
import type { Refusal } from './engine.ts'
import { withoutVariables } from './start-triggers.ts'
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
      lock: true,
    })
    if (!mine)
      return fail({ code: 'timer_not_found', message: `start timer ${timer.key} was fired by another node` })
    tx.delete('timers', timer.key)
    await scheduleNext(work, timer)
    const graph = await work.context.definitions.graph(timer.definition)
    const element = graph.indexOf.get(timer.elementId)!
    const { definition, part } = timer
    const made = await work.create({ definition, startAt: [element], brought: noVariables(), part })
    return made.ok ? ok(undefined) : made
  })
}

async function scheduleNext(work: UnitOfWork, fired: TimerRow): Promise<void> {
  if (fired.repetitions === 0) return
  const { tx, nextKey, zone } = work.context
  const next = nextDue({ ...fired, cycle: await cycleOf(work, fired) }, zone)
  if (!next) return
  const { dueAt, repetitions } = next
  tx.insert('timers', { ...fired, key: nextKey(), dueAt, repetitions })
}

/** The cycle whose turns are counted from the deployment, which armed it. */
async function cycleOf(work: UnitOfWork, { definition, elementId, part }: TimerRow): Promise<string | null> {
  const { tx, definitions, zone } = work.context
  const graph = await definitions.graph(definition)
  const element = graph.elements[graph.indexOf.get(elementId)!]!
  const trigger = partsOf(triggerOf(element))[part]
  if (trigger?.kind !== 'timer') return null
  const { deployment } = (await definitions.row(definition))!
  const { at } = (await tx.get('deployments', deployment))!
  const { kind, value } = trigger.timer
  const first = firstDue(kind, withoutVariables(value, at, zone), at, zone)
  return first.ok ? first.value.cycle : null
}

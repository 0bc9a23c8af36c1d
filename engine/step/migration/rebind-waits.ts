import type { GraphElement } from '../../graph/process-graph.ts'
import type { Key } from '../../key.ts'
import { awaitsData } from '../../state/awaits-data.ts'
import type { IndexPair } from '../../state/event.ts'
import type { ElementInstance, Wait } from '../../state/instance-state.ts'
import { isBeginning } from '../begin-beside.ts'
import { catchingAt } from './catching-at.ts'
import type { Counterparts } from './counterparts.ts'
import { triggerKind } from './counterparts.ts'

export interface Rebinding {
  /** Keys of waits whose event the other version lacks there. */
  readonly closing: ReadonlySet<Key>
  /** Events that are new there and are waited for from now on, by element instance. */
  readonly opening: ReadonlyMap<Key, readonly number[]>
}

/**
 * A wait stays as it is, with its time or correlation key, where the other version has its event at the same place; it
 * ends where there is none; and events that only the other version has are waited for from now on. [MG3]
 */
export function rebindWaits(
  others: Counterparts,
  active: readonly ElementInstance[],
): Rebinding & { readonly elements: readonly IndexPair[] } {
  const elements: IndexPair[] = []
  const closing = new Set<Key>()
  const opening = new Map<Key, readonly number[]>()
  for (const instance of active) {
    for (const wait of instance.waits) {
      const to = placeOf(others, instance, wait)
      if (to === undefined) closing.add(wait.key)
      else elements.push([wait.element, to])
    }
    const fresh = freshEvents(others, instance, active)
    if (fresh.length > 0) opening.set(instance.key, fresh)
  }
  return { closing, opening, elements }
}

/** Where its event stands in the other version; undefined when it is not there, or at something else. */
function placeOf(others: Counterparts, instance: ElementInstance, wait: Wait): number | undefined {
  const to = others.of(wait.element)
  if (to === undefined || wait.element === instance.element) return to
  const target = others.to.elements[to]!
  const source = others.from.elements[wait.element]!
  if (triggerKind(source) !== triggerKind(target)) return undefined
  if (instance.scope === 0 && isBeginning(source))
    return others.to.startTriggers.includes(to) ? to : undefined
  const there = catchingAt(others.to, others.to.elements[others.of(instance.element)!]!, instance)
  return there.includes(to) ? to : undefined
}

/**
 * Events of the other version that none here corresponds to. One that is here and is not waited for has happened, or was
 * put to rest, and does not begin anew.
 */
function freshEvents(
  others: Counterparts,
  instance: ElementInstance,
  active: readonly ElementInstance[],
): number[] {
  const mode = instance.extra?.mode
  // A canceled transaction waits for nothing any more. [TX3]
  if (instance.phase === 'activating' || mode === 'canceling') return []
  // Its triggers are opened when it begins.
  if (awaitsData(others.from.elements[instance.element]!, instance)) return []
  const { from, to } = others
  const here = catchingAt(from, from.elements[instance.element]!, instance)
  const known = new Set(here.filter((index) => stays(others, index)).map((index) => others.of(index)))
  const there = catchingAt(to, to.elements[others.of(instance.element)!]!, instance)
  const isInterrupted = active.some((one) => one.scope === instance.key && interrupts(others, one))
  const begins = !isInterrupted && mode !== 'completing'
  return there.filter((index) => !known.has(index) && (begins || !isStart(to.elements[index]!)))
}

/** With another trigger it is another event. */
function stays({ from, to, of }: Counterparts, index: number): boolean {
  const target = of(index)
  return target !== undefined && triggerKind(from.elements[index]!) === triggerKind(to.elements[target]!)
}

/** An interrupting event sub-process puts the others of its scope to rest. [ES1] */
function interrupts({ from }: Counterparts, { element }: ElementInstance): boolean {
  const subProcess = from.elements[element]!
  if (subProcess.type !== 'eventSubProcess') return false
  const start = from.elements[subProcess.startEvent]!
  return start.type === 'startEvent' && start.interrupting
}

const isStart = ({ type }: GraphElement): boolean => type === 'startEvent'

import { type FeelValue, toJson, type VariableLookup } from '../feel/index.ts'
import type { Loop, MultiInstance } from '../graph/process-graph.ts'
import { type JsonValue, noVariables } from '../json.ts'
import type { ElementInstance } from '../state/instance-state.ts'
import type { Execution } from './execution.ts'
import { loopCounts } from './loop-counts.ts'
import { beginItem } from './loop-item.ts'
import { goOnStandard, startStandardLoop } from './standard-loop.ts'
import { Stuck } from './stuck.ts'
import { terminateChildren } from './terminate.ts'
import { evaluate, evaluateJson, lookupFrom, propagate } from './variables.ts'

/** Activation of the whole of a loop. */
export const startLoop = (x: Execution, body: ElementInstance, loop: Loop): void =>
  loop.kind === 'standard' ? startStandardLoop(x, body, loop) : startMultiInstance(x, body, loop)

/** The number of items is fixed now. [MI1] */
function startMultiInstance(x: Execution, body: ElementInstance, multi: MultiInstance): void {
  const items = itemsOf(x, body, multi)
  const { key } = body
  x.emit({ type: 'loopStarted', key, total: items.length, collectsOutput: multi.outputCollection !== null })
  if (items.length === 0) x.plan({ do: 'complete', key })
  else if (multi.sequential) startItem(x, body, multi, items)
  else for (const _ of items) startItem(x, body, multi, items)
}

/**
 * Keeps an item's result while its variables are still there, and tells whether the completion condition now holds, so
 * that the rest is not waited for. Both are computed before anything is emitted. [MI3] [MI4]
 */
export function finishItem(x: Execution, inner: ElementInstance, multi: Loop): boolean {
  const index = inner.loopCounter - 1
  if (multi.kind === 'standard') {
    x.emit({ type: 'loopItemCompleted', key: inner.scope, index, output: null })
    return false
  }
  const output = multi.outputElement
    ? evaluateJson(x, multi.outputElement, lookupFrom(x, inner), 'EXTRACT_VALUE_ERROR')
    : null
  const endsEarly = conditionHolds(x, inner, multi, output)
  x.emit({ type: 'loopItemCompleted', key: inner.scope, index, output })
  return endsEarly
}

function conditionHolds(
  x: Execution,
  inner: ElementInstance,
  multi: MultiInstance,
  output: JsonValue,
): boolean {
  if (!multi.completionCondition) return false
  const body = x.instance(inner.scope)
  const around = lookupFrom(x, inner)
  const counts = loopCounts(body.loop!, 1)
  const lookup: VariableLookup = (name) => {
    if (name === multi.outputCollection) return body.loop!.outputs ?? undefined
    return counts[name] ?? around(name)
  }
  const value = withOutput(body, inner.loopCounter - 1, output, () =>
    evaluate(x, multi.completionCondition!, lookup, 'CONDITION_ERROR'),
  )
  if (typeof value === 'boolean') return value
  const { text } = multi.completionCondition
  throw new Stuck('CONDITION_ERROR', `a completion condition must be true or false, but '${text}' is not`)
}

/** The condition sees this output among the others before its event is emitted; a copy would cost as much as there are. */
function withOutput<T>(body: ElementInstance, index: number, output: JsonValue, look: () => T): T {
  const { outputs } = body.loop!
  if (!outputs) return look()
  const before = outputs[index]!
  outputs[index] = output
  try {
    return look()
  } finally {
    outputs[index] = before
  }
}

/** After an inner instance has left: the next item, the end of the loop, or nothing yet. */
export function goOn(x: Execution, body: ElementInstance, multi: Loop, endsEarly: boolean): void {
  if (multi.kind === 'standard') {
    goOnStandard(x, body, multi)
    return
  }
  const { loop, key } = body
  if (endsEarly) terminateChildren(x, body)
  if (endsEarly || loop!.completed === loop!.total) x.plan({ do: 'complete', key })
  else if (multi.sequential) startItem(x, body, multi, itemsOf(x, body, multi))
}

/** The output collection becomes visible around the activity when the whole loop is done. [MI5] */
export function publishOutputs(x: Execution, body: ElementInstance, multi: Loop): void {
  if (multi.kind === 'standard' || !multi.outputCollection || !body.loop?.outputs) return
  const made = noVariables()
  made[multi.outputCollection] = body.loop.outputs
  propagate(x, body.scope, made)
}

function startItem(
  x: Execution,
  body: ElementInstance,
  multi: MultiInstance,
  items: readonly FeelValue[],
): void {
  // A collection that shrank meanwhile has no such item any more. [MI2]
  beginItem(x, body, multi, toJson(items[body.loop!.started] ?? null))
}

/** Not yet in the form of variables: each turn of a sequential loop uses one item, and should not pay for all. */
function itemsOf(x: Execution, body: ElementInstance, { items }: MultiInstance): readonly FeelValue[] {
  const lookup = lookupFrom(x, body)
  if (items.kind === 'collection') {
    const value = evaluate(x, items.collection, lookup, 'EXTRACT_VALUE_ERROR')
    if (Array.isArray(value)) return value as readonly FeelValue[]
    throw wrongItems(items.collection.text, 'a list', toJson(value))
  }
  const count = evaluateJson(x, items.cardinality, lookup, 'EXTRACT_VALUE_ERROR')
  if (typeof count === 'number' && Number.isInteger(count) && count >= 0 && count <= MOST_INSTANCES)
    return new Array<null>(count).fill(null)
  throw wrongItems(items.cardinality.text, `a whole number from 0 to ${MOST_INSTANCES}`, count)
}

/** As many as one command may activate. [EX4] */
const MOST_INSTANCES = 200_000

const wrongItems = (text: string, expected: string, value: JsonValue): Stuck =>
  new Stuck('EXTRACT_VALUE_ERROR', `'${text}' must be ${expected}, but is ${JSON.stringify(value)}`)

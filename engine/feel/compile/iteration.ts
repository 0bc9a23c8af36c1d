import { Env, type Machine } from '../machine.ts'
import { childAt, childOf, childrenOf, type SyntaxNode } from '../parse/syntax-node.ts'
import { compareValues } from '../values/compare-values.ts'
import { FeelDate } from '../values/feel-date.ts'
import { FeelRange } from '../values/feel-range.ts'
import type { FeelValue } from '../values/feel-value.ts'
import { isList } from '../values/kind-of.ts'
import { bind, type Scope, type Unit } from './unit.ts'

/** Called with the locals of each combination; false ends the iteration. */
type Visit = (machine: Machine, env: Env | null) => boolean

/** `x in xs, y in 1..3`: visits every combination; false when a source is nothing to iterate over. */
export interface Iteration {
  readonly scope: Scope | null
  run(machine: Machine, env: Env | null, visit: Visit): boolean
}

/** Walks a source; false when it cannot be walked. Each step is paid for before it is taken. */
type Source = (machine: Machine, env: Env | null, each: (value: FeelValue) => boolean) => boolean

export function compileIteration(node: SyntaxNode, outer: Scope | null, unit: Unit): Iteration {
  const iterators = childrenOf(childAt(node, 1), 'InExpression')
  let scope = outer
  const sources = iterators.map((iterator) => {
    const source = compileSource(iterator, scope, unit)
    scope = bind(unit.nameOf(childAt(iterator, 0)), scope)
    return source
  })
  return { scope, run: (machine, env, visit) => walk(sources, 0, machine, env, visit) !== 'invalid' }
}

function walk(
  sources: readonly Source[],
  index: number,
  machine: Machine,
  env: Env | null,
  visit: Visit,
): 'done' | 'ended' | 'invalid' {
  const source = sources[index]
  if (source === undefined) return visit(machine, env) ? 'done' : 'ended'
  let outcome: 'done' | 'ended' | 'invalid' = 'done'
  const walked = source(machine, env, (value) => {
    machine.spend(typeof value === 'object' ? 4 : 1)
    outcome = walk(sources, index + 1, machine, new Env(value, env), visit)
    return outcome === 'done'
  })
  return walked ? outcome : 'invalid'
}

function compileSource(iterator: SyntaxNode, scope: Scope | null, unit: Unit): Source {
  const context = childOf(iterator, 'IterationContext') ?? childAt(iterator, -1)
  const from = unit.compile(childAt(context, 0), scope)
  if (childOf(context, '..') === undefined) return (machine, env, each) => walkValue(from(machine, env), each)
  const to = unit.compile(childAt(context, -1), scope)
  return (machine, env, each) => walkSpan(from(machine, env), to(machine, env), each)
}

/** A list item by item, a range from its lower to its upper end, anything else but null as a list of one. */
export function walkValue(value: FeelValue, each: (value: FeelValue) => boolean): boolean {
  if (value === null) return false
  if (value instanceof FeelRange) return walkRange(value, each)
  for (const item of isList(value) ? value : [value]) if (!each(item)) return true
  return true
}

function walkRange(range: FeelRange, each: (value: FeelValue) => boolean): boolean {
  if ((compareValues(range.start, range.end) ?? 1) > 0) return false
  return walkSpan(range.start, range.end, (value) => {
    const first = !range.startIncluded && sameEnd(value, range.start)
    const last = !range.endIncluded && sameEnd(value, range.end)
    return first || last ? true : each(value)
  })
}

const sameEnd = (value: FeelValue, end: FeelValue): boolean =>
  value === end || (value instanceof FeelDate && end instanceof FeelDate && value.epochDay === end.epochDay)

/** Whole numbers or days from one end to the other, backwards when the second is smaller. */
function walkSpan(from: FeelValue, to: FeelValue, each: (value: FeelValue) => boolean): boolean {
  if (Number.isInteger(from) && Number.isInteger(to)) return walkNumbers(Number(from), Number(to), each)
  if (!(from instanceof FeelDate && to instanceof FeelDate)) return false
  return walkNumbers(from.epochDay, to.epochDay, (day) => each(FeelDate.ofEpochDay(day)))
}

function walkNumbers(from: number, to: number, each: (value: number) => boolean): boolean {
  const step = from <= to ? 1 : -1
  for (let value = from; step === 1 ? value <= to : value >= to; value += step) {
    if (!each(value)) return true
    // Beyond 2^53 adding one changes nothing; fuel ends that too, but sooner is better.
    if (value + step === value) return true
  }
  return true
}

import { entryOf, isList, isRecord, type Machine, walkValue } from '../../feel/embedding.ts'
import type { FeelValue, NameShape, VariableLookup } from '../../feel/index.ts'
import { DmnStop } from '../decision-stop.ts'
import { type DmnElement, elementOf, idOf, textOf, typeOf } from '../read/element.ts'
import { type Logic, type LogicCompiler, type LogicUnit, withName, withVariable } from './logic.ts'

/** The expression inside a child such as `<if>`. */
function part(element: DmnElement, name: string, shape: NameShape, unit: LogicUnit): Logic {
  const value = elementOf(elementOf(element, name) ?? element, 'value')
  if (value !== undefined) return unit.compile(value, shape)
  const message = `Expected an expression in <${name}> of ${typeOf(element)}, got none; add one.`
  throw new DmnStop('dmn_unsupported', idOf(element), message)
}

export const compileConditional: LogicCompiler = (element, shape, unit) => {
  const condition = part(element, 'if', shape, unit)
  const yes = part(element, 'then', shape, unit)
  const no = part(element, 'else', shape, unit)
  return (machine, lookup) => {
    const answer = condition(machine, lookup)
    if (typeof answer !== 'boolean' && answer !== null)
      return machine.warn('feel_type', 'Expected a boolean in <if>; null is used.')
    return answer === true ? yes(machine, lookup) : no(machine, lookup)
  }
}

/** Visits each item with its variable; false when there is nothing to iterate over. */
type Walk = (machine: Machine, lookup: VariableLookup, visit: (locals: VariableLookup) => boolean) => boolean

function iteration(element: DmnElement, shape: NameShape, unit: LogicUnit): { walk: Walk; inner: NameShape } {
  const name = textOf(element, 'iteratorVariable')
  const source = part(element, 'in', shape, unit)
  const walk: Walk = (machine, lookup, visit) =>
    walkValue(source(machine, lookup), (item) => {
      machine.spend(5)
      return visit(withVariable(lookup, name, item))
    })
  return { walk, inner: withName(shape, name, unit.shapeOf(textOf(elementOf(element, 'in'), 'typeRef'))) }
}

export const compileFor: LogicCompiler = (element, shape, unit) => {
  const { walk, inner } = iteration(element, shape, unit)
  const body = part(element, 'return', withName(inner, 'partial'), unit)
  return (machine, lookup) => {
    const results: FeelValue[] = []
    const walked = walk(machine, lookup, (locals) => {
      machine.spend(results.length >> 2)
      results.push(body(machine, withVariable(locals, 'partial', results.slice())))
      return true
    })
    return walked ? results : null
  }
}

/** `every` is decided by false, `some` by true; an unknown answer makes the whole unknown. */
export const compileQuantified: LogicCompiler = (element, shape, unit) => {
  const deciding = typeOf(element) === 'Some'
  const { walk, inner } = iteration(element, shape, unit)
  const condition = part(element, 'satisfies', inner, unit)
  return (machine, lookup) => {
    let answer: boolean | null = !deciding
    const walked = walk(machine, lookup, (locals) => {
      const value = condition(machine, locals)
      if (value === deciding) answer = deciding
      else if (typeof value !== 'boolean') answer = null
      return value !== deciding
    })
    return walked ? answer : null
  }
}

/** Keeps the items for which `match` is true; it sees the item and its entries. Anything but a boolean is an error. */
export const compileFilter: LogicCompiler = (element, shape, unit) => {
  const source = part(element, 'in', shape, unit)
  const match = part(element, 'match', withName(shape, 'item'), unit)
  return (machine, lookup) => {
    const value = source(machine, lookup)
    const items = isList(value) ? value : value === null ? [] : [value]
    machine.spend(items.length * 5)
    const kept: FeelValue[] = []
    for (const item of items) {
      const answer = match(machine, withItem(lookup, item))
      if (answer === true) kept.push(item)
      else if (typeof answer !== 'boolean' && answer !== null)
        return machine.warn('feel_type', 'Expected a boolean in <match>; null is used.')
    }
    return kept
  }
}

const withItem =
  (lookup: VariableLookup, item: FeelValue): VariableLookup =>
  (name) => {
    const entry = isRecord(item) ? entryOf(item, name) : undefined
    return entry !== undefined ? entry : name === 'item' ? item : lookup(name)
  }

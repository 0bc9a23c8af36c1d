import { recordOf } from '../../feel/embedding.ts'
import type { FeelValue } from '../../feel/index.ts'
import { DmnStop } from '../decision-stop.ts'
import { elementOf, elementsOf, idOf, nameOf, textOf } from '../read/element.ts'
import { type LogicCompiler, withName, withVariable } from './logic.ts'
import { receiveResult } from './receive-result.ts'

/** Entries one below the other, each seeing those above; an entry without a name is the result of all. */
export const compileBoxedContext: LogicCompiler = (element, shape, unit) => {
  let visible = shape
  const entries = elementsOf(element, 'contextEntry').map((entry) => {
    const variable = elementOf(entry, 'variable')
    const value = elementOf(entry, 'value')
    if (value === undefined)
      throw new DmnStop(
        'dmn_unsupported',
        idOf(entry),
        'Expected a value in the context entry, got none; add one.',
      )
    const logic = unit.compile(value, visible)
    if (variable === undefined) return { name: null, logic }
    const name = nameOf(variable)
    const typeRef = textOf(variable, 'typeRef')
    visible = withName(visible, name, unit.shapeOf(typeRef))
    return { name, logic: receiveResult(logic, unit.typeOf(typeRef)) }
  })
  return (machine, lookup) => {
    const results: [string, FeelValue][] = []
    let variables = lookup
    for (const { name, logic } of entries) {
      const value = logic(machine, variables)
      if (name === null) return value
      results.push([name, value])
      variables = withVariable(variables, name, value)
    }
    return recordOf(results)
  }
}

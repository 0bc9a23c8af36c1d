import { FeelFunction } from '../../feel/index.ts'
import { DmnStop } from '../decision-stop.ts'
import { elementOf, elementsOf, idOf, nameOf } from '../read/element.ts'
import type { LogicCompiler } from './logic.ts'

/** Calls a function with bindings of its parameters by name. */
export const compileInvocation: LogicCompiler = (element, shape, unit) => {
  const called = elementOf(element, 'calledFunction')
  if (called === undefined) {
    throw new DmnStop(
      'dmn_unsupported',
      idOf(element),
      'Expected the function that is invoked, got none; name it.',
    )
  }
  const callee = unit.compile(called, shape)
  const bindings = elementsOf(element, 'binding').map((binding) => {
    const formula = elementOf(binding, 'bindingFormula')
    const parameter = elementOf(binding, 'parameter')
    const logic = formula === undefined ? () => null : unit.compile(formula, shape)
    return { name: parameter === undefined ? '' : nameOf(parameter), logic }
  })
  return (machine, lookup) => {
    const target = callee(machine, lookup)
    if (!(target instanceof FeelFunction))
      return machine.warn('feel_no_function', 'Expected a function; null is used.')
    return target.callNamed(
      machine,
      new Map(bindings.map(({ name, logic }) => [name, logic(machine, lookup)])),
    )
  }
}

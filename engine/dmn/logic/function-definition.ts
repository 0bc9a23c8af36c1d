import type { NameShape } from '../../feel/index.ts'
import { DmnStop } from '../decision-stop.ts'
import { type DmnElement, elementOf, elementsOf, idOf, nameOf, textOf } from '../read/element.ts'
import { type Logic, type LogicCompiler, type LogicUnit, withName } from './logic.ts'
import { type FormalParameter, ModelFunction } from './model-function.ts'
import { receiveResult } from './receive-result.ts'

export interface CompiledFunction {
  readonly parameters: readonly FormalParameter[]
  readonly body: Logic
}

/** A boxed function is a value: it keeps the variables of its place. */
export const compileFunctionDefinition: LogicCompiler = (element, shape, unit) => {
  const { parameters, body } = readFunction(element, shape, unit)
  return (_machine, lookup) => new ModelFunction(parameters, body, lookup)
}

/** Parameters and body of a function definition. @throws DmnStop for Java and PMML */
export function readFunction(element: DmnElement, shape: NameShape, unit: LogicUnit): CompiledFunction {
  const kind = textOf(element, 'kind')
  if (kind !== '' && kind !== 'FEEL') {
    const message = `Expected a FEEL function, got one of kind ${kind}; write it in FEEL or compute it in a job.`
    throw new DmnStop('dmn_unsupported', idOf(element), message)
  }
  const formal = elementsOf(element, 'formalParameter')
  const inner = formal.reduce(
    (names, item) => withName(names, nameOf(item), unit.shapeOf(textOf(item, 'typeRef'))),
    shape,
  )
  const body = elementOf(element, 'body')
  return {
    parameters: formal.map((item) => ({ name: nameOf(item), type: unit.typeOf(textOf(item, 'typeRef')) })),
    body:
      body === undefined
        ? () => null
        : receiveResult(unit.compile(body, inner), unit.typeOf(textOf(body, 'typeRef'))),
  }
}

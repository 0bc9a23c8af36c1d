import { DmnStop } from '../decision-stop.ts'
import { elementOf, idOf, textOf } from '../read/element.ts'
import type { LogicCompiler } from './logic.ts'

/** FEEL text; an empty one is null. */
export const compileLiteralExpression: LogicCompiler = (element, shape, unit) => {
  const language = textOf(element, 'expressionLanguage')
  if (language !== '' && !/feel/i.test(language)) {
    const message = `Expected FEEL, got the expression language "${language}"; rewrite the expression in FEEL.`
    throw new DmnStop('dmn_unsupported', idOf(element), message)
  }
  if (elementOf(element, 'importedValues') !== undefined) {
    const message = 'Expected an expression, got imported values; write them into the model.'
    throw new DmnStop('dmn_unsupported', idOf(element), message)
  }
  const text = textOf(element, 'text')
  if (text === '') return () => null
  const expression = unit.expression(text, shape, element)
  return (machine, lookup) => expression.run(machine, lookup)
}

import { embedExpression, embedTests } from '../../feel/embedding.ts'
import type { CompileOptions, FeelProblem, NameShape } from '../../feel/index.ts'
import { DmnStop } from '../decision-stop.ts'
import { type DmnElement, idOf, typeOf } from '../read/element.ts'
import { compileDecisionTable } from '../tables/decision-table.ts'
import type { ItemTypes } from '../types/item-types.ts'
import { compileBoxedContext } from './boxed-context.ts'
import { compileConditional, compileFilter, compileFor, compileQuantified } from './boxed-control.ts'
import { compileBoxedList, compileRelation } from './boxed-lists.ts'
import { compileFunctionDefinition } from './function-definition.ts'
import { compileInvocation } from './invocation.ts'
import { compileLiteralExpression } from './literal-expression.ts'
import type { LogicCompiler, LogicUnit } from './logic.ts'

const COMPILERS = new Map<string, LogicCompiler>([
  ['LiteralExpression', compileLiteralExpression],
  ['DecisionTable', compileDecisionTable],
  ['Context', compileBoxedContext],
  ['List', compileBoxedList],
  ['Relation', compileRelation],
  ['Invocation', compileInvocation],
  ['FunctionDefinition', compileFunctionDefinition],
  ['Conditional', compileConditional],
  ['For', compileFor],
  ['Every', compileQuantified],
  ['Some', compileQuantified],
  ['Filter', compileFilter],
])

/** The compilers of boxed expressions, for one model. `note` hears of every name that an expression may read. */
export function logicUnit(items: ItemTypes, note: (reference: string) => void): LogicUnit {
  const unit: LogicUnit = {
    compile: (element, shape) => {
      const compiler = COMPILERS.get(typeOf(element))
      if (compiler !== undefined) return compiler(element, shape, unit)
      throw new DmnStop(
        'dmn_unsupported',
        idOf(element),
        `Expected decision logic, got ${element.$type}; use a boxed expression.`,
      )
    },
    expression: (text, shape, at) => {
      const made = embedExpression(text, optionsOf(items, shape))
      if (!made.ok) throw invalid(made.error, text, at)
      made.value.references.forEach(note)
      return made.value
    },
    tests: (text, shape, at) => {
      const made = embedTests(text, optionsOf(items, shape))
      if (!made.ok) throw invalid(made.error, text, at)
      made.value.references.forEach(note)
      return made.value
    },
    typeOf: items.typeOf,
    shapeOf: items.shapeOf,
  }
  return unit
}

const optionsOf = (items: ItemTypes, shape: NameShape): CompileOptions => ({ shape, types: items.types })

const invalid = (problem: FeelProblem, text: string, at: DmnElement): DmnStop =>
  new DmnStop('dmn_feel_invalid', idOf(at), `In ${typeOf(at)} "${text.slice(0, 60)}": ${problem.message}`)

import { childAt, type SyntaxNode } from '../parse/syntax-node.ts'
import { compileArithmetic } from './arithmetic.ts'
import { compileContext, compileList } from './collections.ts'
import { compileComparison } from './comparison.ts'
import { CompileStop } from './compile-stop.ts'
import { compileIf } from './conditional.ts'
import { compileFilter } from './filter.ts'
import { compileFor } from './for.ts'
import { compileFunctionDefinition } from './function-definition.ts'
import { compileInvocation } from './invocation.ts'
import { compileAtLiteral, compileBoolean, compileNull, compileNumber, compileString } from './literals.ts'
import { compileConjunction, compileDisjunction } from './logic.ts'
import { compilePath } from './path.ts'
import { compileQuantified } from './quantified.ts'
import { compileInterval, compileOpenRange } from './range.ts'
import { compileInstanceOf } from './type-of.ts'
import type { Code, Construct, Scope, Unit } from './unit.ts'
import { compileVariable, readName } from './variable.ts'

const inside =
  (index: number): Construct =>
  (node, scope, unit) =>
    unit.compile(childAt(node, index), scope)

/** `date("…")` is an invocation with a name of its own in the grammar; `@"…"` is a literal. */
const compileDateTime: Construct = (node, scope, unit) => {
  const first = childAt(node, 0)
  return first.type === 'AtLiteral'
    ? compileAtLiteral(first, scope, unit)
    : compileInvocation(node, scope, unit)
}

const CONSTRUCTS: ReadonlyMap<string, Construct> = new Map<string, Construct>([
  ['Expression', inside(0)],
  ['ParenthesizedExpression', inside(1)],
  ['NumericLiteral', compileNumber],
  ['StringLiteral', compileString],
  ['BooleanLiteral', compileBoolean],
  ['null', compileNull],
  ['AtLiteral', compileAtLiteral],
  ['DateTimeLiteral', compileDateTime],
  ['VariableName', compileVariable],
  ['?', (_node, scope, unit) => readName('?', scope, unit.references)],
  ['ArithmeticExpression', compileArithmetic],
  ['Comparison', compileComparison],
  ['Conjunction', compileConjunction],
  ['Disjunction', compileDisjunction],
  ['IfExpression', compileIf],
  ['ForExpression', compileFor],
  ['QuantifiedExpression', compileQuantified],
  ['List', compileList],
  ['Context', compileContext],
  ['PathExpression', compilePath],
  ['FilterExpression', compileFilter],
  ['Interval', compileInterval],
  ['SimplePositiveUnaryTest', compileOpenRange],
  ['PositiveUnaryTest', inside(0)],
  ['FunctionDefinition', compileFunctionDefinition],
  ['FunctionInvocation', compileInvocation],
  ['InstanceOfExpression', compileInstanceOf],
])

/** The closure of a node. @throws CompileStop on what is not supported */
export function compileNode(node: SyntaxNode, scope: Scope | null, unit: Unit): Code {
  const construct = CONSTRUCTS.get(node.type)
  if (construct !== undefined) return construct(node, scope, unit)
  const message = `Expected a value, got ${node.type} "${node.text.slice(0, 40)}"; rewrite that part.`
  throw new CompileStop('feel_unsupported', message, node.from)
}

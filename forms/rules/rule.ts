import type { FeelExpression } from '../../engine/feel/index.ts'
import type { FieldContext } from './field-context.ts'

/** Something that is true always, never, or when its FEEL expression says so. */
export type Rule = boolean | FeelExpression

/** A number from the schema, or an expression that yields it; null sets no bound. */
export type Bound = number | FeelExpression | null

/** Steps one rule may take: far above any sane rule, far below what a grid of 1,000 rows could not bear. */
export const ruleFuel = 50_000

/** The rule's answer; null (undecidable) is false. `onFailure` is the safe answer when the expression runs out of fuel. */
export function holds(rule: Rule, context: FieldContext, onFailure: boolean): boolean {
  if (typeof rule === 'boolean') return rule
  const result = rule.evaluate(context.lookup, { ...context, fuel: ruleFuel })
  return result.ok ? result.value === true : onFailure
}

/** The bound's value; null when there is none or the expression yields no number. */
export function boundOf(bound: Bound, context: FieldContext): number | null {
  if (bound === null || typeof bound === 'number') return bound
  const result = bound.evaluate(context.lookup, { ...context, fuel: ruleFuel })
  return result.ok && typeof result.value === 'number' ? result.value : null
}

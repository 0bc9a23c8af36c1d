import { type FeelExpression, toJson } from '../../engine/feel/index.ts'
import type { FieldContext } from '../rules/field-context.ts'
import { ruleFuel } from '../rules/rule.ts'
import { asJson, type JsonValue } from '../values/json-value.ts'

/** A text with expressions in it: `Offer for {{customer.name}}`, or as a whole `=reason`. */
export type Template = readonly (string | FeelExpression)[]

/** The text with its expressions evaluated; what is null is written as nothing. Without a context only the fixed parts. */
export const renderTemplate = (template: Template, context: FieldContext | null): string =>
  template.map((part) => (typeof part === 'string' ? part : render(part, context))).join('')

function render(expression: FeelExpression, context: FieldContext | null): string {
  if (context === null) return ''
  const result = expression.evaluate(context.lookup, { ...context, fuel: ruleFuel })
  return result.ok ? asText(asJson(toJson(result.value))) : ''
}

const asText = (value: JsonValue): string => {
  if (value === null) return ''
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}

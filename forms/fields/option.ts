import { type FeelExpression, toJson } from '../../engine/feel/index.ts'
import type { FieldContext } from '../rules/field-context.ts'
import { ruleFuel } from '../rules/rule.ts'
import type { ComponentReader } from '../schema/component-reader.ts'
import type { LocalText } from '../texts/local-text.ts'
import { isObject, own } from '../values/json-value.ts'
import { valueAt } from '../values/value-path.ts'

export type OptionValue = string | number | boolean

/** One choice; `labelOf(option, language)` is its text. */
export interface Option {
  readonly value: OptionValue
  readonly name: string
  readonly texts: { readonly label: LocalText }
}

/** Where the choices come from: the schema, a variable, or an expression. */
export type OptionSource =
  | { readonly from: 'schema'; readonly options: readonly Option[] }
  | { readonly from: 'variable'; readonly path: readonly string[] }
  | { readonly from: 'expression'; readonly expression: FeelExpression }

export interface OptionSettings {
  readonly source: OptionSource
  readonly searchable: boolean
}

const maximumOptions = 1_000

export function parseOptions(reader: ComponentReader): OptionSettings {
  return { source: parseSource(reader), searchable: reader.flag('searchable') }
}

function parseSource(reader: ComponentReader): OptionSource {
  const variable = reader.text('valuesKey')
  const source = reader.text('valuesExpression')
  const expression = source === null ? null : reader.expression('valuesExpression', source)
  if (expression !== null) return { from: 'expression', expression }
  if (variable !== null) return { from: 'variable', path: variable.split('.') }
  return { from: 'schema', options: parseStatic(reader) }
}

function parseStatic(reader: ComponentReader): readonly Option[] {
  const values = reader.at('values') ?? []
  if (!Array.isArray(values)) {
    reader.invalid('values', 'a list of { label, value }', values)
    return []
  }
  const options = values.flatMap((item) => {
    const value = own(item, 'value')
    if (isOptionValue(value)) return [option(value, reader.localText(`option:${value}`, own(item, 'label')))]
    reader.invalid('values', 'options with a text, number or boolean as value', item)
    return []
  })
  reportDuplicates(reader, options)
  return options
}

function reportDuplicates(reader: ComponentReader, options: readonly Option[]): void {
  const seen = new Set<OptionValue>()
  for (const { value } of options) {
    if (seen.has(value))
      reader.report(
        'option_duplicate',
        `Expected each value once in values, got "${value}" twice.`,
        'Remove one.',
      )
    seen.add(value)
  }
}

/** The choices of a field at this moment, at most 1,000. */
export function optionsOf(settings: OptionSettings, context: FieldContext): readonly Option[] {
  const { source } = settings
  if (source.from === 'schema') return source.options
  const [first = '', ...rest] = source.from === 'variable' ? source.path : []
  const found =
    source.from === 'variable' ? valueAt(context.lookup(first), rest) : evaluate(source.expression, context)
  return Array.isArray(found) ? found.slice(0, maximumOptions).flatMap(dynamicOption) : []
}

function evaluate(expression: FeelExpression, context: FieldContext): unknown {
  const result = expression.evaluate(context.lookup, { ...context, fuel: ruleFuel })
  return result.ok ? toJson(result.value) : null
}

/** A variable's list may hold plain values or { label, value }. */
function dynamicOption(item: unknown): Option[] {
  const value = isObject(item) ? own(item, 'value') : item
  const label = own(item, 'label')
  if (!isOptionValue(value)) return []
  return [option(value, { base: typeof label === 'string' ? [label] : null, byLanguage: new Map() })]
}

const option = (value: OptionValue, label: LocalText): Option => ({
  value,
  name: String(value),
  texts: { label },
})

export const isOptionValue = (value: unknown): value is OptionValue =>
  (typeof value === 'string' && value.length <= 1_000) ||
  (typeof value === 'number' && Number.isFinite(value)) ||
  typeof value === 'boolean'

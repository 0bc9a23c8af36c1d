import type { FieldContext } from '../rules/field-context.ts'
import { type LocalText, localText } from './local-text.ts'

/** What carries a label: fields, outcomes, options, table columns. */
export interface Labelled {
  readonly texts: { readonly label: LocalText }
  /** Stands in for a missing label. */
  readonly name: string
}

/** The label in the person's language; `context` is needed only for labels with expressions in them. */
export const labelOf = (item: Labelled, language: string, context: FieldContext | null = null): string =>
  localText(item.texts.label, language, context) || item.name

/** The help under a field, null when it has none. */
export const descriptionOf = (
  field: { readonly texts: { readonly description: LocalText } },
  language: string,
  context: FieldContext | null = null,
): string | null => localText(field.texts.description, language, context)

import { type Field, type FieldContext, labelOf, localText } from '../../forms/index.ts'

/** The label with the unit that the form writes beside the input: "Discount (%)". It is read first there. */
export function fullLabel(field: Field, language: string, context: FieldContext): string {
  const { prefix, suffix } = field.texts
  const affix = [prefix, suffix].map((text) => localText(text, language, context)).filter(Boolean)
  const label = labelOf(field, language, context)
  return affix.length > 0 ? `${label} (${affix.join(' ')})` : label
}

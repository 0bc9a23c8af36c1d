import type { FieldType } from './field-type.ts'
import { normaliseText, parseTextInput, validateText } from './text-input.ts'

/** Several lines of text, kept as written; only blanks count as missing. */
export const textarea: FieldType<'textarea'> = {
  kind: 'textarea',
  holdsValue: true,
  parse: parseTextInput,
  empty: '',
  isMissing: (value) => String(value).trim() === '',
  normalise: normaliseText,
  validate: (value, settings, context) => validateText(String(value), settings, context),
  display: String,
}

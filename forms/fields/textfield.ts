import { ok } from '../../engine/result.ts'
import { plainDigits } from '../values/plain-digits.ts'
import type { FieldType } from './field-type.ts'
import { normaliseText, parseTextInput, validateText } from './text-input.ts'

/** One line of text. Blanks at the ends are dropped and line ends become blanks. */
export const textfield: FieldType<'textfield'> = {
  kind: 'textfield',
  holdsValue: true,
  parse: parseTextInput,
  empty: '',
  isMissing: (value) => value === '',
  normalise(raw, settings) {
    const text = normaliseText(raw)
    if (!text.ok) return text
    const line = text.value.replace(/\n/g, ' ').trim()
    return ok(settings.format === 'phone' ? plainDigits(line) : line)
  },
  validate: (value, settings, context) => validateText(String(value), settings, context),
  display: String,
}

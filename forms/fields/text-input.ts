import { fail, ok, type Result } from '../../engine/result.ts'
import type { FieldContext } from '../rules/field-context.ts'
import { type Bound, boundOf } from '../rules/rule.ts'
import type { ComponentReader } from '../schema/component-reader.ts'
import { type FieldFault, fault } from '../submission/field-error.ts'
import { exceedsTextLimit, isStorable, maximumTextBytes } from '../values/plain-text.ts'
import { parsePattern, type TextPattern } from './text-pattern.ts'

export interface TextInputSettings {
  /** Characters (code points, not bytes). */
  readonly minLength: Bound
  readonly maxLength: Bound
  readonly pattern: TextPattern | null
  readonly format: 'email' | 'phone' | null
}

export function parseTextInput(reader: ComponentReader): TextInputSettings {
  const format = reader.at('validate', 'validationType')
  return {
    minLength: reader.bound('validate.minLength', reader.at('validate', 'minLength')),
    maxLength: reader.bound('validate.maxLength', reader.at('validate', 'maxLength')),
    pattern: parsePattern(reader),
    format: format === 'email' || format === 'phone' ? format : null,
  }
}

/** Text of any length a store takes; line ends become \n, composed characters one code point each. */
export function normaliseText(raw: unknown): Result<string, FieldFault> {
  if (raw === null || raw === undefined) return ok('')
  if (typeof raw !== 'string') return fail(fault('not_text'))
  if (exceedsTextLimit(raw)) return fail(fault('text_too_large', { maximumBytes: maximumTextBytes }))
  if (!isStorable(raw)) return fail(fault('not_text'))
  const text = raw.normalize('NFC').replace(/\r\n?/g, '\n')
  return exceedsTextLimit(text) ? fail(fault('text_too_large', { maximumBytes: maximumTextBytes })) : ok(text)
}

export function validateText(text: string, settings: TextInputSettings, context: FieldContext): FieldFault[] {
  const length = [...text].length
  const min = boundOf(settings.minLength, context)
  const max = boundOf(settings.maxLength, context)
  return [
    ...(min !== null && length < min ? [fault('too_short', { min, got: length })] : []),
    ...(max !== null && length > max ? [fault('too_long', { max, got: length })] : []),
    ...(settings.pattern?.test(text) === false ? [fault('pattern_mismatch')] : []),
    ...formatFaults(text, settings.format),
  ]
}

const email = /^[^\s@]{1,64}@[^\s@.]+(?:\.[^\s@.]+)+$/
const phone = /^\+?[\d\s().-]{5,25}$/

function formatFaults(text: string, format: TextInputSettings['format']): FieldFault[] {
  if (format === 'email' && !(text.length <= 254 && email.test(text))) return [fault('not_an_email')]
  if (format === 'phone' && !phone.test(text)) return [fault('not_a_phone_number')]
  return []
}

import type { ComponentReader } from './component-reader.ts'
import type { FieldRules } from './form.ts'

/** Reads when a field is hidden, read-only and required. */
export function parseFieldRules(reader: ComponentReader): FieldRules {
  const requiredIf = reader.property('requiredIf')
  return {
    hide: reader.rule('conditional.hide', reader.at('conditional', 'hide')),
    readOnly: reader.flag('disabled') || reader.rule('readonly', reader.at('readonly')),
    required: [
      reader.rule('validate.required', reader.at('validate', 'required')),
      requiredIf === null ? false : reader.rule('properties.requiredIf', requiredIf),
    ],
  }
}

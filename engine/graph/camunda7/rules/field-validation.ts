import type { Extension } from '../../../model/model.ts'
import { attribute, childrenNamed } from '../../find-extension.ts'

export interface FieldValidation {
  readonly required: boolean
  readonly readonly: boolean
  readonly min?: number
  readonly max?: number
  readonly minLength?: number
  readonly maxLength?: number
}

const numbers: Readonly<Record<string, keyof FieldValidation>> = {
  min: 'min',
  max: 'max',
  minlength: 'minLength',
  maxlength: 'maxLength',
}

/** camunda:validation of a form field, or why there is none like it: half a sentence. */
export function validationOf(field: Extension): FieldValidation | string {
  const found: Record<string, number | boolean> = { required: false, readonly: false }
  const constraints = childrenNamed(field, 'validation').flatMap(({ children }) => children)
  for (const constraint of constraints) {
    const name = attribute(constraint, 'name')
    const config = attribute(constraint, 'config')
    if (name === 'required' || name === 'readonly') found[name] = config !== 'false'
    else if (Object.hasOwn(numbers, name) && /^-?\d+$/.test(config)) found[numbers[name]!] = Number(config)
    else return `is checked by "${name}", which no form has here`
  }
  // Only names of the interface were set.
  return found as unknown as FieldValidation
}

import type { Field } from '../schema/form.ts'
import { valueFields } from '../schema/value-fields.ts'
import { isObject } from '../values/json-value.ts'
import { isDangerousName } from '../values/safe-name.ts'
import { type FieldError, fault } from './field-error.ts'

/** The names a scope knows, nested as the keys are: `customer.name` is { customer: { name: null } }; null ends a key. */
interface KnownNames extends Map<string, KnownNames | null> {}

/**
 * Errors for what a submission holds beyond the form's fields; grid rows are looked at one by one when they are read.
 *
 * @param extra names that are fine beside the fields, such as a grid's row key
 */
export function unknownFields(
  fields: readonly Field[],
  submitted: unknown,
  prefix: string,
  extra: readonly string[] = [],
): FieldError[] {
  const known: KnownNames = new Map(extra.map((name) => [name, null]))
  for (const field of valueFields(fields)) learn(known, field.path)
  return compare(known, submitted, prefix)
}

function learn(known: KnownNames, [first, ...rest]: readonly string[]): void {
  if (first === undefined) return
  if (rest.length === 0) {
    known.set(first, null)
    return
  }
  const inner = known.get(first) ?? new Map()
  known.set(first, inner)
  learn(inner, rest)
}

function compare(known: KnownNames, submitted: unknown, prefix: string): FieldError[] {
  if (!isObject(submitted)) return []
  return Object.keys(submitted).flatMap((name) => {
    const path = `${prefix}${name.slice(0, 100)}`
    if (isDangerousName(name)) return [{ path, ...fault('dangerous_name') }]
    const inner = known.get(name)
    if (inner === undefined) return [{ path, ...fault('unknown_field') }]
    if (inner === null || submitted[name] === undefined) return []
    return isObject(submitted[name])
      ? compare(inner, submitted[name], `${path}.`)
      : [{ path, ...fault('not_an_object') }]
  })
}

import { pathText } from '../values/value-path.ts'
import type { Field, Outcome } from './form.ts'
import type { ParsedSchema } from './parsed-schema.ts'
import { valueFields } from './value-fields.ts'

/** Reports keys that two fields of one scope share, keys inside other keys, and keys the form itself needs. */
export function checkKeys(
  fields: readonly Field[],
  outcomes: readonly Outcome[],
  schema: ParsedSchema,
): void {
  const paths = valueFields(fields).map((field) => pathText('', field.path))
  checkDuplicates(paths, schema)
  checkOverlaps(new Set(paths), schema)
  if (outcomes.length > 0 && paths.some((path) => path === 'outcome' || path.startsWith('outcome.')))
    schema.report(
      'key_reserved',
      'outcome',
      'Expected no field with the key "outcome", since the chosen button is stored under it.',
      'Rename the key.',
    )
  for (const field of valueFields(fields)) if (field.kind === 'grid') checkKeys(field.fields, [], schema)
}

function checkDuplicates(paths: readonly string[], schema: ParsedSchema): void {
  const twice = new Set(paths.filter((path, index) => path !== '' && paths.indexOf(path) !== index))
  for (const path of twice)
    schema.report(
      'key_duplicate',
      path,
      `Expected each key once, got "${path}" on several fields.`,
      'Rename one.',
    )
}

/** `customer` as a field and `customer.name` as another would overwrite each other. */
function checkOverlaps(paths: ReadonlySet<string>, schema: ParsedSchema): void {
  for (const path of paths) {
    const steps = path.split('.')
    const outer = steps
      .slice(1)
      .map((_, index) => steps.slice(0, index + 1).join('.'))
      .find((start) => paths.has(start))
    if (outer === undefined) continue
    schema.report(
      'key_overlaps',
      path,
      `Expected separate keys, got "${path}" inside "${outer}".`,
      'Rename one of them.',
    )
  }
}

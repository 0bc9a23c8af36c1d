import type { FieldType } from '../fields/field-type.ts'
import type { FieldKind, SettingsByKind } from '../fields/settings-by-kind.ts'
import { asJson, type JsonValue } from '../values/json-value.ts'
import type { ComponentReader } from './component-reader.ts'

/** Any currency will do while the form is read: the real one is known when it is filled. */
const anyContext = { now: 0, zone: 'UTC', lookup: () => 'XXX' }

/** The default as the schema has it, checked to be of the field's type. A number stands for an amount of money. */
export function parseDefault<Kind extends FieldKind>(
  type: FieldType<Kind>,
  settings: SettingsByKind[Kind],
  reader: ComponentReader,
): JsonValue | undefined {
  const given = reader.at('defaultValue')
  if (given === undefined || given === null || given === '' || !type.holdsValue) return undefined
  const value = type.kind === 'money' && typeof given === 'number' ? String(given) : given
  const read = type.normalise(value, settings, anyContext)
  if (read.ok) return asJson(value)
  reader.report(
    'default_invalid',
    `Expected a ${type.kind} in defaultValue: ${read.error.code}.`,
    'Correct the default.',
  )
  return undefined
}

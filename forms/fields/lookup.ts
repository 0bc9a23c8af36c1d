import { fail, ok } from '../../engine/result.ts'
import type { ComponentReader } from '../schema/component-reader.ts'
import { fault } from '../submission/field-error.ts'
import { isSafeName } from '../values/safe-name.ts'
import type { FieldType } from './field-type.ts'

export interface LookupSettings {
  /** The kind of record that is chosen: party, product, person, unit … */
  readonly record: string
}

const keyShape = /^[\p{L}\p{N}][\p{L}\p{N}_.:-]{0,99}$/u

/** One record of a kind, stored as its key. That the record exists and may be seen is for the server to check. */
export const lookup: FieldType<'lookup'> = {
  kind: 'lookup',
  holdsValue: true,
  parse: (reader) => ({ record: parseRecord(reader) }),
  empty: null,
  isMissing: (value) => value === null,
  normalise(raw) {
    if (raw === null || raw === undefined || raw === '') return ok(null)
    const key = Number.isSafeInteger(raw) ? String(raw) : raw
    return typeof key === 'string' && keyShape.test(key) ? ok(key) : fail(fault('not_a_record_key'))
  },
  validate: () => [],
  display: (value) => (value === null ? '' : String(value)),
}

function parseRecord(reader: ComponentReader): string {
  const record = reader.property('record')
  if (record !== null && isSafeName(record)) return record
  reader.invalid('properties.record', 'the kind of record to look up, such as "party"', record)
  return ''
}

import { isSafeName } from '../values/safe-name.ts'
import type { ComponentReader } from './component-reader.ts'
import type { RecordBinding } from './form.ts'

/** Reads `properties["kartabl:record"]`, such as `opportunity.items`. */
export function parseBinding(reader: ComponentReader): RecordBinding | null {
  const text = reader.property('kartabl:record')
  if (text === null) return null
  const [record = '', ...steps] = text.split('.')
  if (steps.length > 0 && [record, ...steps].every(isSafeName)) return { record, attribute: steps.join('.') }
  reader.report(
    'record_binding_invalid',
    `Expected a record and its attribute such as "opportunity.items" in properties["kartabl:record"], got "${text}".`,
    'Correct the binding.',
  )
  return null
}

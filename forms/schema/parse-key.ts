import { isDangerousName, isSafeName } from '../values/safe-name.ts'
import type { ValuePath } from '../values/value-path.ts'
import type { ComponentReader } from './component-reader.ts'

/** The steps of a key or path; a missing one is reported where the field needs it. */
export function parseKey(key: string | null, needed: boolean, reader: ComponentReader): ValuePath {
  if (key === null) {
    if (needed) reader.report('key_missing', 'Expected a key, got none.', 'Give the field a key.')
    return []
  }
  const steps = key.split('.')
  for (const step of steps) {
    if (isDangerousName(step))
      reader.report('key_dangerous', `Expected a plain name, got "${step}".`, 'Rename the key.')
    else if (!isSafeName(step))
      reader.report(
        'key_invalid',
        `Expected a name that begins with a letter, such as "amount" or "customer.name", got "${key}".`,
        'Rename the key.',
      )
  }
  return steps
}

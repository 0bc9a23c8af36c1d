import type { Machine } from '../machine.ts'
import type { FeelList, FeelRecord, FeelValue } from '../values/feel-value.ts'
import { entryOf, isRecord, recordOf } from '../values/kind-of.ts'
import { define, takes, takesMany } from './define.ts'
import { any, list, record, text } from './parameters.ts'

/** A large context is a hash table: reading and writing an entry takes a microsecond. */
const ENTRY_STEPS = 12

const entriesOf = (source: FeelRecord): [string, FeelValue][] =>
  Object.keys(source).map((name) => [name, entryOf(source, name) ?? null])

/** JavaScript reserves the name; nothing may be stored under it. */
const isForbidden = (name: string): boolean => name === '__proto__'

function put(machine: Machine, source: FeelRecord, key: string, value: FeelValue): FeelRecord | null {
  if (isForbidden(key))
    return machine.warn('feel_value', 'Expected a name other than "__proto__"; null is used.')
  const entries = entriesOf(source)
  machine.spend(entries.length * ENTRY_STEPS)
  return recordOf([...entries, [key, value]])
}

/** Sets an entry inside nested contexts; missing ones are made. */
function putPath(machine: Machine, source: FeelRecord, keys: FeelList, value: FeelValue): FeelRecord | null {
  const [key, ...rest] = keys
  if (typeof key !== 'string') return null
  if (rest.length === 0) return put(machine, source, key, value)
  const inner = entryOf(source, key) ?? recordOf([])
  if (!isRecord(inner)) return null
  machine.spend(rest.length)
  const changed = putPath(machine, inner, rest, value)
  return changed === null ? null : put(machine, source, key, changed)
}

/** `[{key: "a", value: 1}]` as a context; null for a repeated key or an item of another form. */
function fromEntries(machine: Machine, items: FeelList): FeelRecord | null {
  const entries = new Map<string, FeelValue>()
  machine.spend(items.length * ENTRY_STEPS)
  for (const item of items) {
    const key = isRecord(item) ? entryOf(item, 'key') : undefined
    const value = isRecord(item) ? entryOf(item, 'value') : undefined
    if (typeof key !== 'string' || value === undefined || entries.has(key) || isForbidden(key)) {
      return machine.warn('feel_value', 'Expected a list of {key, value} with different keys; null is used.')
    }
    entries.set(key, value)
  }
  return recordOf(entries)
}

function merge(machine: Machine, sources: FeelList): FeelRecord | null {
  const entries: [string, FeelValue][] = []
  for (const source of sources) {
    if (!isRecord(source)) return null
    const own = entriesOf(source)
    machine.spend(1 + own.length * ENTRY_STEPS)
    for (const entry of own) if (!isForbidden(entry[0])) entries.push(entry)
  }
  return recordOf(entries)
}

export const contextBuiltins = [
  define(
    'get value',
    takes([record('m'), text('key')], (_machine, source, key) => entryOf(source, key) ?? null),
  ),
  define(
    'get entries',
    takes([record('m')], (machine, source) => {
      const entries = entriesOf(source)
      machine.spend(entries.length * 2 * ENTRY_STEPS)
      return entries.map(([key, value]) =>
        recordOf([
          ['key', key],
          ['value', value],
        ]),
      )
    }),
  ),
  define(
    'context put',
    takes([record('context'), text('key'), any('value')], put),
    takes([record('context'), list('keys'), any('value')], putPath),
  ),
  define('context merge', takes([list('contexts')], merge), takesMany(any('context'), merge)),
  define('context', takes([list('entries')], fromEntries)),
]

import { noVariables, type Variables } from '../json.ts'
import type { Key } from '../key.ts'
import type { Wait } from './instance-state.ts'

/** Told apart by their third value; a part that is 0 is left out. */
export type StoredWait =
  | [key: number, element: number, dueAt: number, repetitions: number, cycle?: string | null, part?: number]
  | [key: number, element: number, name: string, correlationKey: string, part?: number]
  | [key: number, element: number, name: [string], part?: number]
  | [key: number, element: number, holds: boolean, part?: number]
  | [key: number, element: number, variables: Variables, part?: number]

export function encodeWait(base: Key, wait: Wait): StoredWait {
  const key = wait.key - base
  const { element } = wait
  const part: [number?] = wait.part === 0 ? [] : [wait.part]
  switch (wait.kind) {
    case 'timer': {
      const { dueAt, repetitions, cycle } = wait
      return wait.part === 0 && cycle === null
        ? [key, element, dueAt, repetitions]
        : [key, element, dueAt, repetitions, cycle, ...part]
    }
    case 'message':
      return [key, element, wait.name, wait.correlationKey, ...part]
    case 'signal':
      return [key, element, [wait.name], ...part]
    case 'condition':
      return [key, element, wait.holds, ...part]
    case 'happened':
      return [key, element, wait.variables, ...part]
  }
}

export function decodeWait(base: Key, stored: StoredWait): Wait {
  const [offset, element, third, fourth, fifth, sixth] = stored
  const key = base + offset
  // What follows the third value is as `encodeWait` wrote it for a value of that type.
  if (typeof third === 'number') {
    const cycle = (fifth as string | null | undefined) ?? null
    const part = (sixth as number | undefined) ?? 0
    return { kind: 'timer', key, element, dueAt: third, repetitions: fourth as number, cycle, part }
  }
  if (typeof third === 'string') {
    const part = (fifth as number | undefined) ?? 0
    return { kind: 'message', key, element, name: third, correlationKey: fourth as string, part }
  }
  const part = (fourth as number | undefined) ?? 0
  if (typeof third === 'boolean') return { kind: 'condition', key, element, holds: third, part }
  if (Array.isArray(third)) return { kind: 'signal', key, element, name: third[0] as string, part }
  return { kind: 'happened', key, element, variables: bare(third as Variables), part }
}

const bare = (variables: Variables): Variables => Object.assign(noVariables(), variables)

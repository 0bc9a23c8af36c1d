import { noVariables, type Variables } from '../json.ts'
import type { Key } from '../key.ts'
import type { CompensationRecord, ExtraState, Listening } from './instance-state.ts'
import { newExtraState } from './new-instance.ts'

/** What is as in a new instance is left out. */
export interface StoredExtra {
  c?: StoredRecord[]
  u?: [scope: number, records: StoredRecord[]]
  f?: [holder: number]
  g?: [element: number, flows: readonly number[]][]
  t?: number
  m?: ExtraState['mode']
  l?: Listening
}

const LOOP = 1
const PARTIAL = 2

type StoredRecord = [
  element: number,
  variables: Variables | null,
  inner: StoredRecord[],
  kind?: typeof LOOP | typeof PARTIAL,
]

export function encodeExtra(base: Key, extra: ExtraState): StoredExtra {
  const stored: StoredExtra = {}
  if (extra.compensations.length > 0) stored.c = extra.compensations.map(encodeRecord)
  if (extra.undoing) stored.u = [extra.undoing.scope - base, extra.undoing.records.map(encodeRecord)]
  if (extra.undoes !== 0) stored.f = [extra.undoes - base]
  if (extra.gates.size > 0) stored.g = [...extra.gates]
  if (extra.thrown > 0) stored.t = extra.thrown
  if (extra.mode !== 'normal') stored.m = extra.mode
  if (extra.listening) stored.l = extra.listening
  return stored
}

export function decodeExtra(base: Key, { c, u, f, g, t, m, l }: StoredExtra): ExtraState {
  const extra = newExtraState()
  if (c) extra.compensations = c.map(decodeRecord)
  if (u) extra.undoing = { scope: base + u[0], records: u[1].map(decodeRecord) }
  if (f) extra.undoes = base + f[0]
  if (g) extra.gates = new Map(g)
  if (t) extra.thrown = t
  if (m) extra.mode = m
  if (l) extra.listening = withBareVariables(l)
  return extra
}

/** Variables have no prototype, so that no name is special. */
function withBareVariables(stored: Listening): Listening {
  const { cause, transition } = stored
  if (cause?.brought) return { ...stored, cause: { ...cause, brought: bare(cause.brought) } }
  if (transition?.kind !== 'completing') return stored
  return { ...stored, transition: { ...transition, variables: bare(transition.variables) } }
}

const bare = (variables: Variables): Variables => Object.assign(noVariables(), variables)

function encodeRecord({ element, variables, inner, isLoop, isPartial }: CompensationRecord): StoredRecord {
  const stored: StoredRecord = [element, variables, inner.map(encodeRecord)]
  if (isLoop) stored.push(LOOP)
  else if (isPartial) stored.push(PARTIAL)
  return stored
}

const decodeRecord = ([element, variables, inner, kind]: StoredRecord): CompensationRecord => ({
  element,
  variables: variables && Object.assign(noVariables(), variables),
  inner: inner.map(decodeRecord),
  isLoop: kind === LOOP,
  ...(kind === PARTIAL && { isPartial: true }),
})

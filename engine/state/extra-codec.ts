import { noVariables, type Variables } from '../json.ts'
import type { Key } from '../key.ts'
import type { CompensationRecord, ExtraState, Listening, ToUndo } from './instance-state.ts'
import { newExtraState } from './new-instance.ts'

/** What is as in a new instance is left out. */
export interface StoredExtra {
  c?: StoredRecord[]
  u?: StoredUndoing
  f?: [holder: number]
  g?: [element: number, flows: readonly number[]][]
  t?: number
  m?: ExtraState['mode']
  l?: Listening
  k?: [id: string, value: string][]
}

const LOOP = 1
const PARTIAL = 2

type StoredRecord = [
  element: number,
  variables: Variables | null,
  inner: StoredRecord[],
  kind?: 0 | typeof LOOP | typeof PARTIAL,
  key?: number,
]

/** `scopes`: of each record, where they are not all of one. */
type StoredUndoing = [scope: number, records: StoredRecord[], scopes?: number[]]

export function encodeExtra(base: Key, extra: ExtraState): StoredExtra {
  const stored: StoredExtra = {}
  const records = (from: readonly CompensationRecord[]) => from.map((one) => encodeRecord(base, one))
  if (extra.compensations.length > 0) stored.c = records(extra.compensations)
  if (extra.undoing) stored.u = encodeUndoing(base, extra.undoing)
  if (extra.undoes !== 0) stored.f = [extra.undoes - base]
  if (extra.gates.size > 0) stored.g = [...extra.gates]
  if (extra.thrown > 0) stored.t = extra.thrown
  if (extra.mode !== 'normal') stored.m = extra.mode
  if (extra.listening) stored.l = extra.listening
  if (extra.correlationKeys.size > 0) stored.k = [...extra.correlationKeys]
  return stored
}

export function decodeExtra(base: Key, { c, u, f, g, t, m, l, k }: StoredExtra): ExtraState {
  const extra = newExtraState()
  const records = (from: readonly StoredRecord[]) => from.map((one) => decodeRecord(base, one))
  if (c) extra.compensations = records(c)
  if (u) extra.undoing = decodeUndoing(base, u)
  if (f) extra.undoes = base + f[0]
  if (g) extra.gates = new Map(g)
  if (t) extra.thrown = t
  if (m) extra.mode = m
  if (l) extra.listening = withBareVariables(l)
  if (k) extra.correlationKeys = new Map(k)
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

function encodeUndoing(base: Key, undoing: readonly ToUndo[]): StoredUndoing {
  const records = undoing.map(({ record }) => encodeRecord(base, record))
  const scopes = undoing.map(({ scope }) => scope - base)
  const [first = 0] = scopes
  return scopes.every((scope) => scope === first) ? [first, records] : [first, records, scopes]
}

const decodeUndoing = (base: Key, [scope, records, scopes]: StoredUndoing): ToUndo[] =>
  records.map((record, at) => ({
    scope: base + (scopes?.[at] ?? scope),
    record: decodeRecord(base, record),
  }))

const encodeRecord = (base: Key, record: CompensationRecord): StoredRecord => [
  record.element,
  record.variables,
  record.inner.map((one) => encodeRecord(base, one)),
  kindOf(record),
  record.key - base,
]

function kindOf({ isLoop, isPartial }: CompensationRecord): 0 | typeof LOOP | typeof PARTIAL {
  if (isLoop) return LOOP
  return isPartial ? PARTIAL : 0
}

/** Records of an earlier program have no key: they count as older than all others. */
const decodeRecord = (
  base: Key,
  [element, variables, inner, kind, key = -base]: StoredRecord,
): CompensationRecord => ({
  key: base + key,
  element,
  variables: variables && Object.assign(noVariables(), variables),
  inner: inner.map((one) => decodeRecord(base, one)),
  isLoop: kind === LOOP,
  ...(kind === PARTIAL && { isPartial: true }),
})

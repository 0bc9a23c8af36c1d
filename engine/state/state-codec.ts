import type { JsonValue } from '../json.ts'
import type { Key } from '../key.ts'
import { decodeExtra, encodeExtra, type StoredExtra } from './extra-codec.ts'
import type {
  ElementInstance,
  EscalationAbove,
  IncidentType,
  InstanceState,
  Phase,
  TaskState,
} from './instance-state.ts'
import { newElementInstance, newInstance } from './new-instance.ts'
import { readMark } from './snapshot-mark.ts'
import { decodeWait, encodeWait, type StoredWait } from './wait-codec.ts'

/**
 * The state without its variables, as short as it can be: an array per element instance, keys as differences from the
 * instance's key, what an element instance does not have left out. Status, suspension, definition and parent are
 * columns.
 */
export function encodeState(state: InstanceState): string {
  const elements = [...state.elements.values()].map((instance) => encodeInstance(state.key, instance))
  const { catches = [], escalations } = state.parent ?? {}
  if (escalations) return JSON.stringify([elements, catches, escalations])
  return JSON.stringify(catches.length > 0 ? [elements, catches] : [elements])
}

export interface StateColumns {
  readonly key: Key
  readonly definition: Key
  readonly status: InstanceState['status']
  readonly parent: Key
  readonly parentElement: Key
  /** 0 or 1. */
  readonly suspended: number
}

/** The state as it was encoded; variables are put in by the caller. */
export function decodeState(columns: StateColumns, text: string): InstanceState {
  if (readMark(text))
    throw new Error(
      `expected the state of instance ${columns.key} in its row, but it is large: ask the engine to inspect it`,
    )
  const [stored, catches, escalations] = JSON.parse(text) as [StoredInstance[], string[]?, EscalationAbove[]?]
  const state = newInstance(columns.key)
  state.definition = columns.definition
  state.status = columns.status
  state.suspended = columns.suspended === 1
  if (columns.parent)
    state.parent = {
      instance: columns.parent,
      elementInstance: columns.parentElement,
      catches: catches ?? [],
      ...(escalations && { escalations }),
    }
  for (const one of stored) {
    const instance = decodeInstance(columns.key, one)
    state.elements.set(instance.key, instance)
  }
  for (const { scope } of state.elements.values()) if (scope) state.elements.get(scope)!.children++
  return state
}

/** key, element, scope (differences; the root's scope is itself), rest. */
type StoredInstance = [number, number, number, StoredRest?]

interface StoredRest {
  p?: Phase
  h?: [flow: number, count: number][]
  t?: [assignee: string | null, groups: readonly string[], users: readonly string[], owner?: string]
  j?: [key: number, retries: number]
  w?: StoredWait[]
  l?: [total: number, started: number, completed: number, outputs: JsonValue[] | null]
  n?: number
  c?: number
  i?: [key: number, type: IncidentType, message: string]
  x?: StoredExtra
}

function encodeInstance(base: Key, one: ElementInstance): StoredInstance {
  const rest: StoredRest = {}
  if (one.phase !== 'active') rest.p = one.phase
  if (one.held) rest.h = [...one.held]
  if (one.task) rest.t = encodeTask(one.task)
  if (one.job) rest.j = [one.job.key - base, one.job.retries]
  if (one.waits.length > 0) rest.w = one.waits.map((wait) => encodeWait(base, wait))
  if (one.loop) rest.l = [one.loop.total, one.loop.started, one.loop.completed, one.loop.outputs]
  if (one.loopCounter > 0) rest.n = one.loopCounter
  if (one.called) rest.c = one.called - base
  if (one.incident) rest.i = [one.incident.key - base, one.incident.type, one.incident.message]
  const offset = one.key - base
  const scope = one.scope === 0 ? 0 : one.scope - base
  if (one.extra) rest.x = encodeExtra(base, one.extra)
  for (const _ in rest) return [offset, one.element, scope, rest]
  return [offset, one.element, scope]
}

const encodeTask = ({ assignee, candidateGroups, candidateUsers, owner }: TaskState): StoredRest['t'] =>
  owner === null
    ? [assignee, candidateGroups, candidateUsers]
    : [assignee, candidateGroups, candidateUsers, owner]

function decodeInstance(base: Key, [offset, element, scope, rest]: StoredInstance): ElementInstance {
  const one = newElementInstance(base + offset, element, offset === 0 ? 0 : base + scope, rest?.n ?? 0)
  if (!rest) return one
  one.phase = rest.p ?? 'active'
  if (rest.h) one.held = new Map(rest.h)
  if (rest.t) {
    const [assignee, candidateGroups, candidateUsers, owner = null] = rest.t
    one.task = { assignee, owner, candidateGroups, candidateUsers }
  }
  if (rest.j) one.job = { key: base + rest.j[0], retries: rest.j[1] }
  if (rest.w) one.waits = rest.w.map((wait) => decodeWait(base, wait))
  if (rest.l) {
    const [total, started, completed, outputs] = rest.l
    one.loop = { total, started, completed, outputs }
  }
  if (rest.c !== undefined) one.called = base + rest.c
  if (rest.x) one.extra = decodeExtra(base, rest.x)
  if (rest.i) one.incident = { key: base + rest.i[0], type: rest.i[1], message: rest.i[2] }
  return one
}

import type { Key } from '../../../engine/index.ts'
import { noVariables, type Variables } from '../../../engine/json.ts'
import type { EngineEvent, EventOf } from '../../../engine/state/event.ts'

/** An element instance as its events tell it, running or ended. */
export interface ElementRecord {
  readonly key: Key
  /** The version it is, or was at last, an element of, and its index there. */
  definition: Key
  element: number
  /** 0 for the process itself. */
  readonly scope: Key
  readonly loopCounter: number
  /** Epoch milliseconds. */
  readonly startedAt: number
  endedAt: number | null
  state: 'ACTIVE' | 'COMPLETED' | 'TERMINATED'
  /** Open incident; 0 for none. */
  incident: Key
}

/** What one instance has done so far. */
export interface InstanceHistory {
  readonly instance: Key
  /** The version it has come to. */
  definition: Key
  /** In the order of their start. */
  readonly elements: Map<Key, ElementRecord>
  /** Indexes of sequence flows that were taken, each once, by the version they are of. */
  readonly flows: Map<Key, Set<number>>
  /** Variables by scope in the order in which each was first set; those of ended scopes as they were last. */
  readonly variables: Map<Key, Variables>
}

export const emptyHistory = (instance: Key): InstanceHistory => ({
  instance,
  definition: 0,
  elements: new Map(),
  flows: new Map(),
  variables: new Map(),
})

/** Adds one event that happened at `at`. Events that change none of this are passed over. */
export function record(history: InstanceHistory, event: EngineEvent, at: number): void {
  if (event.type === 'instanceCreated') {
    history.definition = event.definition
    begin(history, { key: event.key, element: 0, scope: 0, loopCounter: 0 }, at)
  } else if (event.type === 'elementActivated') begin(history, event, at)
  else if (event.type === 'elementCompleted') end(history, event.key, 'COMPLETED', at)
  else if (event.type === 'elementTerminated') end(history, event.key, 'TERMINATED', at)
  else if (event.type === 'instanceCompleted') end(history, event.key, 'COMPLETED', at)
  else if (event.type === 'instanceCanceled') end(history, event.key, 'TERMINATED', at)
  else if (event.type === 'sequenceFlowTaken') takeFlow(history, event.flow)
  else if (event.type === 'variablesSet') setVariables(history, event.scope, event.variables)
  else if (event.type === 'incidentRaised') setIncident(history, event.key, event.incident)
  else if (event.type === 'incidentResolved') setIncident(history, event.key, 0)
  else if (event.type === 'instanceMigrated') migrate(history, event)
}

/** What is active goes on as an element of the other version; what has ended stays what it was. */
function migrate(history: InstanceHistory, { definition, elements }: EventOf<'instanceMigrated'>): void {
  history.definition = definition
  const to = new Map(elements)
  for (const record of history.elements.values()) {
    if (record.state !== 'ACTIVE') continue
    record.definition = definition
    record.element = to.get(record.element) ?? record.element
  }
}

function takeFlow({ flows, definition }: InstanceHistory, flow: number): void {
  const taken = flows.get(definition) ?? new Set()
  flows.set(definition, taken.add(flow))
}

type Place = Pick<ElementRecord, 'key' | 'element' | 'scope' | 'loopCounter'>

function begin(
  { elements, definition }: InstanceHistory,
  { key, element, scope, loopCounter }: Place,
  at: number,
): void {
  const fresh = { endedAt: null, state: 'ACTIVE', incident: 0 } as const
  elements.set(key, { key, definition, element, scope, loopCounter, startedAt: at, ...fresh })
}

function end({ elements }: InstanceHistory, key: Key, state: 'COMPLETED' | 'TERMINATED', at: number): void {
  const record = elements.get(key)
  if (record === undefined) return
  record.state = state
  record.endedAt = at
  record.incident = 0
}

function setIncident({ elements }: InstanceHistory, key: Key, incident: Key): void {
  const record = elements.get(key)
  if (record !== undefined) record.incident = incident
}

function setVariables({ variables }: InstanceHistory, scope: Key, set: Variables): void {
  const mine = variables.get(scope) ?? noVariables()
  variables.set(scope, Object.assign(mine, set))
}

import type { Key } from '../key.ts'
import type { ElementInstance, ExtraState, InstanceState } from './instance-state.ts'

/** An instance before its first event; `instanceCreated` fills it. */
export const newInstance = (key: Key): InstanceState => ({
  key,
  definition: 0,
  parent: null,
  status: 'active',
  suspended: false,
  elements: new Map(),
})

export const newElementInstance = (
  key: Key,
  element: number,
  scope: Key,
  loopCounter: number,
): ElementInstance => ({
  key,
  element,
  scope,
  phase: 'active',
  children: 0,
  variables: null,
  held: null,
  task: null,
  job: null,
  waits: NONE,
  loop: null,
  loopCounter,
  called: 0,
  incident: null,
  extra: null,
})

export const newExtraState = (): ExtraState => ({
  compensations: NONE,
  undoing: null,
  undoes: 0,
  gates: NO_GATES,
  thrown: 0,
  mode: 'normal',
  listening: null,
  correlationKeys: NO_KEYS,
})

const NONE: readonly never[] = []
const NO_KEYS: ReadonlyMap<string, string> = new Map()
const NO_GATES: ReadonlyMap<number, readonly number[]> = new Map()

import type { Key } from '../key.ts'
import type { ElementInstance, InstanceState } from './instance-state.ts'

/** An instance before its first event; `instanceCreated` fills it. */
export const newInstance = (key: Key): InstanceState => ({
  key,
  definition: 0,
  parent: null,
  status: 'active',
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
  waits: NO_WAITS,
  loop: null,
  loopCounter,
  called: 0,
  incident: null,
})

const NO_WAITS: readonly never[] = []

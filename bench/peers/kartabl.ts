import type { ProcessGraph } from '../../engine/graph/process-graph.ts'
import { noVariables } from '../../engine/json.ts'
import { loadState } from '../../engine/state/codec.ts'
import type { Command } from '../../engine/state/command.ts'
import type { InstanceState } from '../../engine/state/instance-state.ts'
import { newInstance } from '../../engine/state/new-instance.ts'
import { encodeState } from '../../engine/state/state-codec.ts'
import { encodeVariables } from '../../engine/state/variables-codec.ts'
import { advance } from '../../engine/step/step.ts'
import type { Waiting } from '../diagrams.ts'

let lastKey = 1_000_000

/** Keys of a grown database, a clock that stands: what the runtime hands in is not what is measured here. */
const context = {
  now: Date.UTC(2026, 0, 5, 8),
  zone: 'UTC',
  calendar: () => undefined,
  nextKey: () => ++lastKey,
  findProcess: () => undefined,
  findDecision: () => undefined,
  findGraph: () => undefined,
}

/** As the store keeps it. */
export interface StoredInstance {
  readonly key: number
  readonly definition: number
  readonly status: 'active'
  readonly parent: number
  readonly parentElement: number
  readonly suspended: number
  readonly state: string
  readonly variables: string
}

export function create(graph: ProcessGraph): InstanceState {
  const key = context.nextKey()
  const state = newInstance(key)
  const variables = noVariables()
  give(graph, state, { type: 'createInstance', key, definition: 1, variables, parent: null, startAt: [] })
  return state
}

/** Runs one instance from start to end. */
export function runThrough(graph: ProcessGraph, userTask: string | undefined): void {
  const state = create(graph)
  if (userTask !== undefined) completeOpenTask(graph, state)
  if (state.status !== 'completed') throw new Error('expected the instance to have ended')
}

/** An instance that has been completed up to where it waits, as the store keeps it. */
export function waitingInstance(graph: ProcessGraph, { done }: Waiting): StoredInstance {
  const state = create(graph)
  for (const _ of done) completeOpenTask(graph, state)
  return {
    key: state.key,
    definition: 1,
    status: 'active',
    parent: 0,
    parentElement: 0,
    suspended: 0,
    state: encodeState(state),
    variables: encodeVariables(state),
  }
}

/** Parses, completes the open task, and serialises. */
export function durableStep(graph: ProcessGraph, stored: StoredInstance): string {
  const state = loadState(stored)
  completeOpenTask(graph, state)
  return encodeState(state) + encodeVariables(state)
}

function completeOpenTask(graph: ProcessGraph, state: InstanceState): void {
  const key = openTask(state)
  give(graph, state, { type: 'completeTask', key, variables: noVariables(), outcome: null })
}

function openTask(state: InstanceState): number {
  for (const { key, task } of state.elements.values()) if (task) return key
  throw new Error('expected an open task, got none')
}

function give(graph: ProcessGraph, state: InstanceState, command: Command): void {
  const done = advance(graph, state, command, context)
  if (!done.ok) throw new Error(`${command.type} was refused: ${done.error.message}`)
}

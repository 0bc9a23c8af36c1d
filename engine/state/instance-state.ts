import type { JsonValue, Variables } from '../json.ts'
import type { Key } from '../key.ts'

/**
 * Everything the engine knows of one running process instance: a tree of active element instances, the process
 * itself at its root. Between commands a token always rests in an element instance or is held at a join.
 */
export interface InstanceState {
  readonly key: Key
  definition: Key
  parent: ParentCall | null
  status: InstanceStatus
  /** Active element instances by key; the root has the instance's own key. */
  readonly elements: Map<Key, ElementInstance>
}

export type InstanceStatus = 'active' | 'completed' | 'canceled'

/** The call activity that started this instance. */
export interface ParentCall {
  readonly instance: Key
  readonly elementInstance: Key
  /** Error codes that someone above catches; '' stands for "every code". [ER4] */
  readonly catches: readonly string[]
}

/**
 * Where in its life an element instance rests; anything but `active` is there because of an incident. `armed` is the
 * part of activation in which its triggers are open and its own work is still to begin. [LC1]
 */
export type Phase = 'activating' | 'armed' | 'active' | 'completing'

export interface ElementInstance {
  readonly key: Key
  /** Index in the graph. */
  readonly element: number
  /** Enclosing element instance; 0 for the root. */
  readonly scope: Key
  phase: Phase
  /** Number of active element instances directly inside. */
  children: number
  /** Variables of this scope; null when it has none of its own. */
  variables: Variables | null
  /** Tokens that arrived at joining gateways of this scope, by sequence-flow index. */
  held: Map<number, number> | null
  task: TaskState | null
  job: JobState | null
  waits: readonly Wait[]
  /** Of a multi-instance body. */
  loop: LoopState | null
  /** Of an inner instance of a multi-instance activity: 1-based; 0 elsewhere. */
  loopCounter: number
  /** Called process instance; 0 for none. */
  called: Key
  incident: Incident | null
}

/** Of a user task: what decides whether a command is allowed and who sees it change. The rest is its projection. */
export interface TaskState {
  assignee: string | null
  candidateGroups: readonly string[]
  candidateUsers: readonly string[]
}

export interface JobState {
  readonly key: Key
  retries: number
}

/** A trigger that an element instance waits for on its own behalf or for a boundary event or event sub-process. */
export type Wait = TimerWait | MessageWait

export interface TimerWait {
  readonly kind: 'timer'
  readonly key: Key
  /** Index of the catching event. */
  readonly element: number
  /** Epoch milliseconds. */
  readonly dueAt: number
  /** Firings left after this one; -1 for without end. */
  readonly repetitions: number
  /** As in `DueTime`. */
  readonly cycle: string | null
}

export interface MessageWait {
  readonly kind: 'message'
  readonly key: Key
  readonly element: number
  readonly name: string
  readonly correlationKey: string
}

export interface LoopState {
  /** Size of the input collection, fixed when the loop starts. */
  readonly total: number
  /** Items begun, in input order. */
  started: number
  completed: number
  /** Results in input order; null when no output collection is asked for. */
  outputs: JsonValue[] | null
}

export interface Incident {
  readonly key: Key
  readonly type: IncidentType
  readonly message: string
}

export type IncidentType =
  | 'IO_MAPPING_ERROR'
  | 'CONDITION_ERROR'
  | 'EXTRACT_VALUE_ERROR'
  | 'CALLED_ELEMENT_ERROR'
  | 'CALLED_DECISION_ERROR'
  | 'DECISION_EVALUATION_ERROR'
  | 'JOB_NO_RETRIES'
  | 'UNHANDLED_ERROR_EVENT'
  | 'ENDLESS_LOOP'
  | 'RESOURCE_LIMIT'

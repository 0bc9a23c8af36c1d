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
  /** Nothing moves until it is resumed. [SU1] */
  suspended: boolean
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
  /** What escalations do that leave this instance; left out when none of them interrupts it. [EC2] */
  readonly escalations?: readonly EscalationAbove[]
}

/** A code, '' standing for all that are not named, and whether who catches it interrupts the call. */
export type EscalationAbove = readonly [code: string, interrupts: boolean]

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
  /** What few element instances have; null for the others. */
  extra: ExtraState | null
}

export interface ExtraState {
  /** Completed activities of this scope that can be undone, in the order of their completion. [CO1] */
  compensations: readonly CompensationRecord[]
  /** What this instance is having undone: a throwing event, a canceled transaction or a compensated scope. */
  undoing: readonly ToUndo[] | null
  /** The instance on whose behalf this one undoes something; 0 for none. */
  undoes: Key
  /** Complex gateways of this scope that wait for their reset, with the flows they have used. [CG2] */
  gates: ReadonlyMap<number, readonly number[]>
  /** Of a throwing event with several definitions: how many are done. */
  thrown: number
  /**
   * `canceling`: a transaction that is being undone. `closing`: an ad-hoc sub-process that begins nothing any more.
   * `completing`: a scope in which only event sub-processes still run, and no other one begins. [ES4]
   * `shell`: a completed scope, entered again so that what is inside it can be undone. `terminating`: it ends as soon as
   * listeners inside it let it. [UT11]
   */
  mode: 'normal' | 'canceling' | 'closing' | 'completing' | 'shell' | 'terminating'
  /** What listeners hold up; null without any. [EL1] [UT9] */
  listening: Listening | null
  /** Values of the correlation keys of the conversations of this scope, by their ids. [CK2] */
  correlationKeys: ReadonlyMap<string, string>
}

/** Where an element instance stands with the listeners of one event. The job it has meanwhile is the next one's. */
export interface Listening {
  readonly event: ListenerEvent
  /** How many have let it pass. */
  readonly done: number
  /** Of `start`: what led to the element, and where a process is to begin. */
  readonly cause: ListenedCause | null
  /** Of a user task: what is about to happen to it. */
  readonly transition: TaskTransition | null
}

export type ListenerEvent = 'start' | 'end' | TaskTransition['kind']

export interface ListenedCause {
  readonly brought: Variables | null
  /** Which trigger it was; -1 when it was none. */
  readonly part: number
  /** Of a process: elements to begin at. */
  readonly starts: readonly number[]
}

/** What is about to happen to a user task; its listeners may correct it, or deny it. */
export type TaskTransition = {
  /** What the listeners have changed so far. */
  readonly corrections: TaskCorrections
  /** How whoever asked called it; '' for the engine itself. */
  readonly action: string
} & (
  | { readonly kind: 'creating'; readonly assignee: string | null }
  | { readonly kind: 'assigning'; readonly assignee: string | null; readonly owner: string | null }
  | { readonly kind: 'updating'; readonly changes: TaskChanges }
  | { readonly kind: 'completing'; readonly variables: Variables; readonly outcome: string | null }
  | { readonly kind: 'canceling' }
)

export interface TaskCorrections extends TaskChanges {
  readonly assignee?: string | null
}

export interface TaskChanges {
  readonly candidateGroups?: readonly string[]
  readonly candidateUsers?: readonly string[]
  readonly dueAt?: number | null
  readonly followUpAt?: number | null
  readonly priority?: number
}

/** A completed activity that can be undone. */
export interface CompensationRecord {
  /** The element instance that completed. */
  readonly key: Key
  readonly element: number
  /** Its own variables as they were when it completed. */
  readonly variables: Variables | null
  /** Of a scope: what was completed inside it. */
  readonly inner: readonly CompensationRecord[]
  /** The whole of a loop: `inner` are its instances. */
  readonly isLoop: boolean
  /** It did not complete: only what was completed inside it is undone, not by a handler of its own. */
  readonly isPartial?: true
}

/** What is still to be undone; the last one comes next. */
export interface ToUndo {
  /** The scope in which it was completed. */
  readonly scope: Key
  readonly record: CompensationRecord
}

/** Of a user task: what decides whether a command is allowed and who sees it change. The rest is its projection. */
export interface TaskState {
  assignee: string | null
  /** Who has delegated it and gets it back; null when it is not delegated. [UT7] */
  owner: string | null
  candidateGroups: readonly string[]
  candidateUsers: readonly string[]
}

export interface JobState {
  readonly key: Key
  retries: number
}

/** A trigger that an element instance waits for on its own behalf or for a boundary event or event sub-process. */
export type Wait = TimerWait | MessageWait | SignalWait | ConditionWait | HappenedPart

interface WaitBase {
  readonly key: Key
  /** Index of the catching event. */
  readonly element: number
  /** Which of the event's triggers it is, from 0. */
  readonly part: number
}

export interface TimerWait extends WaitBase {
  readonly kind: 'timer'
  /** Epoch milliseconds. */
  readonly dueAt: number
  /** Firings left after this one; -1 for without end. */
  readonly repetitions: number
  /** As in `DueTime`. */
  readonly cycle: string | null
}

export interface MessageWait extends WaitBase {
  readonly kind: 'message'
  readonly name: string
  readonly correlationKey: string
}

export interface SignalWait extends WaitBase {
  readonly kind: 'signal'
  readonly name: string
}

export interface ConditionWait extends WaitBase {
  readonly kind: 'condition'
  /** Whether it held when it was last looked at: it is met by becoming true. */
  readonly holds: boolean
}

/** Of an event that needs all of its triggers: one that has happened, with what it brought. */
export interface HappenedPart extends WaitBase {
  readonly kind: 'happened'
  readonly variables: Variables
}

export interface LoopState {
  /** Size of the input collection, fixed when the loop starts; -1 for a standard loop. */
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

import type { Key } from '../key.ts'
import type { IncidentType, InstanceStatus, ListenerEvent } from '../state/instance-state.ts'

export type { Key }

/**
 * What a store keeps, row by row. Times are epoch milliseconds, keys safe integers, lists and objects are JSON text
 * only where a column says so. The column names of a SQL store are these names in snake_case.
 */
export interface Rows {
  deployments: DeploymentRow
  processDefinitions: ProcessDefinitionRow
  decisions: DecisionRow
  forms: FormRow
  instances: InstanceRow
  history: HistoryRow
  snapshots: SnapshotRow
  tasks: TaskRow
  offers: OfferRow
  jobs: JobRow
  timers: TimerRow
  subscriptions: SubscriptionRow
  messages: MessageRow
  incidents: IncidentRow
  outbox: OutboxRow
  answers: AnswerRow
  batchOperations: BatchOperationRow
  batchItems: BatchItemRow
  elementStatistics: ElementStatisticsRow
}

export interface DeploymentRow {
  readonly key: Key
  readonly at: number
  readonly by: string
}

export interface ProcessDefinitionRow {
  readonly key: Key
  readonly deployment: Key
  readonly processId: string
  readonly version: number
  readonly versionTag: string | null
  readonly name: string
  readonly resourceName: string
  /** SHA-256 of `xml`, hex: the same file is not deployed twice. */
  readonly hash: string
  readonly xml: string
}

export interface DecisionRow {
  readonly key: Key
  readonly deployment: Key
  readonly decisionId: string
  readonly name: string
  /** Id of the definitions element (decision requirements). */
  readonly requirementsId: string
  readonly version: number
  readonly resourceName: string
  readonly hash: string
  readonly xml: string
}

export interface FormRow {
  readonly key: Key
  readonly deployment: Key
  readonly formId: string
  readonly version: number
  readonly resourceName: string
  readonly hash: string
  readonly schema: string
}

export interface InstanceRow {
  readonly key: Key
  readonly definition: Key
  /** Counts saved commands; the optimistic lock. */
  readonly revision: number
  readonly status: InstanceStatus
  /** 1: nothing moves until it is resumed. */
  readonly suspended: number
  readonly startedAt: number
  readonly endedAt: number | null
  /** Calling instance and its call activity's element instance; 0 for none. */
  readonly parent: Key
  readonly parentElement: Key
  readonly startedBy: string
  /** Open incidents of this instance. */
  readonly incidents: number
  /** `encodeState`; empty once the instance has ended; of a large instance a mark, see `engine/state/snapshot-mark`. */
  readonly state: string
  /** `encodeVariables`: variables by scope; kept after the end. Empty while the instance is large. */
  readonly variables: string
}

/** State and variables of a large instance as they were at a revision; history after it leads to the present. */
export interface SnapshotRow {
  /** The instance's key. */
  readonly key: Key
  readonly seq: number
  /** As in an instance that is not large. */
  readonly state: string
  readonly variables: string
}

/**
 * One saved command: what it did, in the order it happened. Of a running instance it may not be deleted: a large one is
 * read from it.
 */
export interface HistoryRow {
  readonly instance: Key
  /** The revision it led to: 1, 2, 3 … */
  readonly seq: number
  readonly at: number
  readonly by: string
  /** `encodeEvents`. */
  readonly events: string
}

export interface TaskRow {
  /** The element instance's key. */
  readonly key: Key
  readonly instance: Key
  readonly definition: Key
  readonly elementId: string
  readonly name: string
  readonly state: 'CREATED' | 'COMPLETED' | 'CANCELED'
  readonly assignee: string | null
  /** JSON arrays of ids. */
  readonly candidateGroups: string
  readonly candidateUsers: string
  readonly dueAt: number | null
  readonly followUpAt: number | null
  readonly priority: number
  readonly createdAt: number
  readonly endedAt: number | null
  readonly outcome: string | null
  readonly completedBy: string | null
  /** 1: its instance is suspended. */
  readonly suspended: number
  /** Who has delegated it and gets it back. */
  readonly owner: string | null
  /** What its listeners are being asked about; '' when nothing is about to happen to it. */
  readonly transition: TaskTransitionName | ''
  /** Counts changes: the `rev` of the live updates. */
  readonly revision: number
}

export type TaskTransitionName = 'CREATING' | 'ASSIGNING' | 'UPDATING' | 'COMPLETING' | 'CANCELING'

/** An active ad-hoc sub-process, whose activities people may begin. */
export interface OfferRow {
  /** The element instance's key. */
  readonly key: Key
  readonly instance: Key
  readonly definition: Key
  readonly elementId: string
  readonly createdAt: number
  /** Of the instance when what may be begun last changed. */
  readonly revision: number
}

export interface JobRow {
  readonly key: Key
  readonly instance: Key
  readonly elementInstance: Key
  readonly definition: Key
  readonly elementId: string
  readonly type: string
  /** `suspended` with its instance. */
  readonly state: 'open' | 'suspended' | 'incident'
  readonly retries: number
  /** May be leased from then on; a lease moves it to its own end. */
  readonly availableAt: number
  /** Fencing token: counts leases. */
  readonly lease: number
  readonly worker: string
  /** JSON object. */
  readonly headers: string
  readonly message: string
  /** What the listener whose job it is listens to; '' for the work of an element. */
  readonly listener: ListenerEvent | ''
}

export interface TimerRow {
  readonly key: Key
  readonly instance: Key
  readonly elementInstance: Key
  readonly elementId: string
  readonly dueAt: number
  /** > 0: start timer of this definition, without an instance. */
  readonly definition: Key
  readonly repetitions: number
  /** Which of the element's triggers it is, from 0. */
  readonly part: number
}

export interface SubscriptionRow {
  readonly key: Key
  /** `conversation`: nobody waits, but `definition` finds keys in what messages of this name carry. [CK1] */
  readonly kind: 'message' | 'signal' | 'condition' | 'conversation'
  /** 0: it begins an instance of `definition`. */
  readonly instance: Key
  readonly elementInstance: Key
  readonly definition: Key
  readonly elementId: string
  /** Of the message or signal; '' for a condition. */
  readonly name: string
  readonly correlationKey: string
  /** Which of the element's triggers it is, from 0. */
  readonly part: number
}

export interface MessageRow {
  readonly key: Key
  readonly name: string
  readonly correlationKey: string
  readonly messageId: string
  readonly expiresAt: number
  /** JSON object. */
  readonly variables: string
}

export interface IncidentRow {
  readonly key: Key
  readonly instance: Key
  readonly elementInstance: Key
  readonly definition: Key
  readonly elementId: string
  readonly job: Key
  readonly type: IncidentType
  readonly message: string
  readonly state: 'ACTIVE' | 'RESOLVED'
  readonly createdAt: number
  readonly resolvedAt: number | null
}

/** A hint for after the commit; delivered at least once and then deleted. */
export interface OutboxRow {
  readonly key: Key
  readonly at: number
  readonly kind: string
  /** JSON. */
  readonly payload: string
}

/** The answer of a call that carried an Idempotency-Key. */
export interface AnswerRow {
  readonly key: Key
  readonly user: string
  readonly idempotencyKey: string
  /** SHA-256 of method, path and body. */
  readonly requestHash: string
  readonly status: number
  readonly body: string
  readonly expiresAt: number
}

/** One kind of change to many instances, done in the background. */
export interface BatchOperationRow {
  readonly key: Key
  readonly kind: BatchKind
  /** `created`: its items are still being looked for; `canceling`: those left are being marked. */
  readonly state: 'created' | 'active' | 'suspended' | 'canceling' | 'canceled' | 'completed' | 'failed'
  /** JSON: which instances, in the words of whoever asked. */
  readonly filter: string
  /** JSON: what is done to each. */
  readonly plan: string
  readonly by: string
  readonly createdAt: number
  readonly endedAt: number | null
  /** Instances up to this key have been looked at for items. */
  readonly lookedTo: Key
  readonly total: number
  /** These two are settled at the end; until then the items are counted. */
  readonly completed: number
  readonly failed: number
  /** Why it failed as a whole. */
  readonly error: string
}

export type BatchKind = 'cancel' | 'migrate' | 'modify' | 'resolveIncidents' | 'deleteHistory'

export interface BatchItemRow {
  readonly key: Key
  readonly batch: Key
  readonly instance: Key
  /** What the item is about: the instance, or an incident of it. */
  readonly item: Key
  readonly state: 'active' | 'completed' | 'failed' | 'canceled'
  readonly processedAt: number | null
  /** Why it failed. */
  readonly message: string
}

/** Element instances of a definition's ended instances, summed up. Deleting an instance changes nothing here. */
export interface ElementStatisticsRow {
  /** The definition's. */
  readonly key: Key
  /** Instances that ended at this moment or before are in it; of that very moment those up to `countedKey`. */
  readonly countedTo: number
  readonly countedKey: Key
  readonly instances: number
  /** JSON: `{elementId: [completed, canceled]}`. */
  readonly counts: string
}

export type Table = keyof Rows

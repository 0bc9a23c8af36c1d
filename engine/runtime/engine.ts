import type { Translation } from '../graph/camunda7/translation.ts'
import type { ProcessGraph } from '../graph/process-graph.ts'
import type { Variables } from '../json.ts'
import type { Key } from '../key.ts'
import type { Rows, Table } from '../ports/rows.ts'
import type { EngineStore, StoreTransaction } from '../ports/store.ts'
import type { Problem } from '../problem.ts'
import type { Result } from '../result.ts'
import type { Command, Rejection } from '../state/command.ts'
import type { InstanceState, TaskTransition } from '../state/instance-state.ts'

/**
 * The running engine of one node. Every method that changes something is one transaction and resolves after its
 * commit; `by` is the id of the person or worker who asked and is kept in the history.
 */
export interface Engine {
  readonly store: EngineStore
  /** All files or none. An unchanged file (same hash as the latest version) keeps its version. */
  deploy(files: readonly DeploymentFile[], by: string): Promise<Result<Deployment, Problem[]>>
  create(start: StartInstance, options: CommandOptions): Promise<Result<StartedInstance, Refusal>>
  execute(instance: Key, command: Command, options: CommandOptions): Promise<Result<Executed, Refusal>>
  /**
   * What `look` sees in the state of an instance as last committed; undefined when there is none. The way to read one whose
   * row does not hold its state because it is large. `look` gets what the engine works on: it must neither keep nor change
   * any part of it but values of variables. Not to be called inside a transaction.
   */
  inspect<T>(instance: Key, look: (state: InstanceState) => T): Promise<T | undefined>
  /**
   * Deletes an ended instance and all it called, with everything kept of them; how many instances that were. One that was
   * called goes with its caller only.
   */
  deleteInstance(instance: Key, options: CommandOptions): Promise<Result<number, Refusal>>
  /** Delivers to at most one subscription per process and to matching start events, else buffers it for its time to live. */
  publish(message: MessageToPublish, options: CommandOptions): Promise<Result<Published, Refusal>>
  /** Tells everybody who waits for the signal, and starts every process that begins with it. Nothing is kept for later. */
  broadcastSignal(signal: SignalToBroadcast, options: CommandOptions): Promise<Result<Broadcast, Refusal>>
  /** Starts an instance of every process with a conditional start event whose condition holds for these variables. */
  evaluateConditions(
    conditions: ConditionsToEvaluate,
    options: CommandOptions,
  ): Promise<Result<Broadcast, Refusal>>
  /** Leases open jobs of a type. Returns at once; `waitForJobs` tells when to ask again. */
  activateJobs(request: JobRequest): Promise<ActivatedJob[]>
  /** Resolves true when a job of the type may have become available, false after `milliseconds`. */
  waitForJobs(type: string, milliseconds: number, signal?: AbortSignal): Promise<boolean>
  readonly definitions: Definitions
  /** Called after every commit of this node with the rows it touched; must not throw. */
  onCommit(listener: (changes: readonly Change[]) => void): () => void
  /**
   * Does at once what the background would do now, and resolves with the time at which something is due next (epoch
   * milliseconds, Infinity for never): for tests, and for loading a past with a clock moved by hand.
   */
  runDue(): Promise<number>
  /** Begins to fire timers, work jobs that have a handler here, and expire messages. */
  start(): void
  /** Looks for due work now instead of at the next turn: someone knows that there may be some. */
  wake(): void
  /** Stops taking work, lets running commands end, leaves the store open. */
  stop(): Promise<void>
}

export interface DeploymentFile {
  /** Ends in .bpmn, .dmn or .form. */
  readonly name: string
  readonly content: string
}

export interface Deployment {
  readonly key: Key
  readonly processes: readonly DeployedResource<Rows['processDefinitions']>[]
  readonly decisions: readonly DeployedResource<Rows['decisions']>[]
  readonly forms: readonly DeployedResource<Rows['forms']>[]
  /** What diagrams said in the version 7 namespace, and what it became. */
  readonly translations: readonly FileTranslation[]
}

export interface FileTranslation extends Translation {
  /** Name of the file. */
  readonly file: string
}

export interface DeployedResource<Row> {
  readonly row: Row
  /** false: the same content was deployed before, `row` is that version. */
  readonly isNew: boolean
}

export interface StartInstance {
  /** A definition key, or a process id with its version (latest when left out). */
  readonly process: { readonly key: Key } | { readonly id: string; readonly version?: number }
  readonly variables: Variables
  /** Element ids to start before, instead of the none start event. */
  readonly startAt?: readonly string[]
}

export interface StartedInstance {
  readonly key: Key
  readonly definition: Rows['processDefinitions']
  readonly variables: Variables
  /** Already ended when the command was done. */
  readonly completed: boolean
}

export interface Executed {
  /** Revision of the instance after the command. */
  readonly revision: number
  readonly completed: boolean
}

export interface CommandOptions {
  readonly by: string
  /**
   * Runs first, in the same transaction: writes records, keeps the answer of an idempotent call, … A refusal undoes
   * everything. Variables it returns are added to those of the command.
   */
  readonly before?: (tx: StoreTransaction) => Promise<Result<Variables, Refusal>>
  /** Runs last, in the same transaction, with what was done. */
  readonly after?: (tx: StoreTransaction, done: Executed | StartedInstance) => Promise<void>
}

/** A command was not carried out and nothing has changed: by the engine's rules, or by a handler's (credit, stock …). */
export type Refusal = Rejection | HandlerRejection

export interface HandlerRejection {
  readonly code: 'handler_rejected'
  /** The handler's own stable code. */
  readonly reason: string
  readonly message: string
  readonly element: string
  /** What the screen needs to show it, e.g. the item and the missing quantity. */
  readonly details: Variables
}

export interface MessageToPublish {
  readonly name: string
  /** Empty: what `variables` say of the correlation keys that it takes part in. [CK1] */
  readonly correlationKey: string
  /** Empty: none. The same id is refused while an earlier message of that name and key is buffered. */
  readonly messageId: string
  /** Milliseconds. */
  readonly timeToLive: number
  readonly variables: Variables
}

export interface Published {
  readonly key: Key
  /** Instances that received it or were started by it. */
  readonly instances: readonly Key[]
}

export interface SignalToBroadcast {
  readonly name: string
  readonly variables: Variables
}

export interface ConditionsToEvaluate {
  readonly variables: Variables
  /** Only this process; all when left out. */
  readonly processId?: string
}

export interface Broadcast {
  readonly key: Key
  /** Instances that received it or were started by it. */
  readonly instances: readonly Key[]
}

export interface JobRequest {
  readonly type: string
  readonly worker: string
  readonly maxJobs: number
  /** Length of the lease in milliseconds. */
  readonly timeout: number
}

export interface ActivatedJob {
  readonly row: Rows['jobs']
  readonly definition: Rows['processDefinitions']
  /** Epoch milliseconds. */
  readonly deadline: number
  /** All variables visible to the job's element. */
  readonly variables: Variables
  /** Of a task listener's job. */
  readonly task?: ListenedTask
}

/** A task about whose transition a listener is asked. */
export interface ListenedTask {
  readonly row: Rows['tasks']
  readonly transition: TaskTransition
}

export interface Definitions {
  /** Without `xml` in mind: a cached row. Undefined when there is none. */
  row(key: Key): Promise<Rows['processDefinitions'] | undefined>
  graph(key: Key): Promise<ProcessGraph>
  /** Latest version, or the one given. */
  byId(processId: string, version?: number): Promise<Rows['processDefinitions'] | undefined>
}

/** One row that a commit touched. `before` is there for updates and deletes of tasks and offers (who could see it). */
export interface Change<T extends Table = Table> {
  readonly table: T
  readonly key: Key
  readonly kind: 'inserted' | 'updated' | 'deleted'
  readonly instance: Key
  readonly before?: Partial<Rows[T]>
  readonly after?: Partial<Rows[T]>
}

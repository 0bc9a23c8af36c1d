import type { JsonValue } from '../../engine/json.ts'
import type { Result } from '../../engine/result.ts'
import type { Action, Scenario } from '../pack/pack.ts'
import type { LoadedCase } from '../pack/read-pack.ts'

/** An engine that plays cases. */
export interface Contender {
  readonly name: string
  /** Deploys the case's files on an empty engine; or why it won't take them. */
  open(loaded: LoadedCase, scenario: Scenario): Promise<Result<Session, Refused>>
  close(): Promise<void>
}

/** One scenario being played. */
export interface Session {
  /** Does a step and lets the engine run until it is quiescent; what went wrong, or null. */
  perform(action: Action): Promise<StepFailure | null>
  observe(): Promise<Observed>
  close(): Promise<void>
}

export interface Refused {
  readonly problems: readonly DeployProblem[]
}

export interface DeployProblem {
  readonly code: string
  readonly element: string
  readonly message: string
}

export interface StepFailure {
  /** `inexpressible`: this harness has no way to do it; `rejected`: the engine would not. */
  readonly kind: 'inexpressible' | 'rejected'
  readonly message: string
}

/** What is there now, and what happened since the scenario began. */
export interface Observed {
  /** Element ids of waiting activities, one for each instance. */
  readonly tasks: readonly string[]
  /** Element ids of waiting intermediate catch events. */
  readonly events: readonly string[]
  /** Element ids where tokens are held, one for each token. */
  readonly held: readonly string[]
  /** By id of an ad-hoc sub-process that is active: its activities that may be started now. */
  readonly enabled: ReadonlyMap<string, readonly string[]>
  readonly ended: boolean
  readonly entered: Counts
  readonly completed: Counts
  /** Element ids in the order of their completion. */
  readonly completions: readonly string[]
  /** Of the instances that were started from outside, the first having precedence. */
  readonly variables: Variables
  /** What each waiting activity sees. */
  readonly taskVariables: readonly TaskVariables[]
  readonly dataObjects: Variables
  readonly trace: readonly string[]
  readonly errors: readonly ObservedError[]
}

export interface TaskVariables {
  readonly task: string
  readonly variables: Variables
  /** Those it was given, which is all it sees unless it declares its inputs. */
  readonly given: Variables
}

export type Counts = ReadonlyMap<string, number>
export type Variables = Readonly<Record<string, JsonValue>>

export interface ObservedError {
  readonly kind: 'noOutgoingFlow' | 'expression' | 'uncaughtError' | 'runtime'
  readonly element: string
  readonly code: string
  readonly message: string
}

import type { Variables } from '../json.ts'
import type { Key } from '../key.ts'
import type { ParentCall, TaskChanges, TaskCorrections } from './instance-state.ts'

/** What someone asks an instance to do. `key` is the element instance that is meant; imperative, may be rejected. */
export type Command =
  | {
      readonly type: 'createInstance'
      readonly key: Key
      readonly definition: Key
      readonly variables: Variables
      readonly parent: ParentCall | null
      /** Start here instead of at the none start event: index of a start event, or any element to begin before. */
      readonly startAt: readonly number[]
      /** What the trigger brought that has begun it: the element to begin at has happened. Left out: it is begun before. */
      readonly brought?: Variables
      /** Which of the triggers of that element it was. */
      readonly part?: number
    }
  /** `byCaller`: the call activity that called it has ended. */
  | { readonly type: 'cancelInstance'; readonly byCaller?: boolean }
  | {
      readonly type: 'completeTask'
      readonly key: Key
      readonly variables: Variables
      readonly outcome: string | null
      /** What listeners are told of how it was called. */
      readonly action?: string
    }
  /** `assignee` null gives it back. `expected`: refuse unless this is the assignee now; undefined does not care. */
  | {
      readonly type: 'assignTask'
      readonly key: Key
      readonly assignee: string | null
      readonly expected?: string | null
      readonly action?: string
    }
  /** Its assignee asks another one to work on it, and stays its owner. */
  | { readonly type: 'delegateTask'; readonly key: Key; readonly assignee: string; readonly action?: string }
  /** The one it was delegated to is done with it: its owner has it again. */
  | { readonly type: 'resolveTask'; readonly key: Key; readonly action?: string }
  | {
      readonly type: 'updateTask'
      readonly key: Key
      readonly changes: TaskChanges
      readonly action?: string
    }
  | {
      readonly type: 'completeJob'
      readonly key: Key
      readonly job: Key
      readonly variables: Variables
      /** Of a task listener's job only. */
      readonly result?: ListenerResult
    }
  | {
      readonly type: 'failJob'
      readonly key: Key
      readonly job: Key
      readonly retries: number
      /** Milliseconds until it is offered again. */
      readonly backOff: number
      readonly message: string
      readonly variables: Variables
    }
  | { readonly type: 'updateJobRetries'; readonly key: Key; readonly job: Key; readonly retries: number }
  | {
      readonly type: 'throwJobError'
      readonly key: Key
      readonly job: Key
      readonly code: string
      readonly message: string
      readonly variables: Variables
    }
  | { readonly type: 'fireTimer'; readonly key: Key; readonly timer: Key }
  | {
      readonly type: 'correlateMessage'
      readonly key: Key
      readonly subscription: Key
      readonly message: Key
      readonly variables: Variables
    }
  | {
      readonly type: 'correlateSignal'
      readonly key: Key
      readonly subscription: Key
      readonly variables: Variables
    }
  /** Begins activities of an ad-hoc sub-process; `elements` are indexes in the graph. */
  | {
      readonly type: 'activateAdHoc'
      readonly key: Key
      readonly elements: readonly number[]
      readonly variables: Variables
      /** Of each of the elements alone, in their order. */
      readonly own?: readonly Variables[]
      /** Ends what is active in it first. */
      readonly cancelRemaining?: boolean
    }
  /** Ends an ad-hoc sub-process, as if its completion condition held. */
  | { readonly type: 'completeAdHoc'; readonly key: Key }
  /** `local`: exactly in the scope `key`; otherwise each name goes to the nearest scope that has it, else the root. */
  | {
      readonly type: 'setVariables'
      readonly key: Key
      readonly variables: Variables
      readonly local: boolean
    }
  | { readonly type: 'resolveIncident'; readonly key: Key; readonly incident: Key }
  /** `byCaller`: the instance that called it is suspended or resumed. */
  | { readonly type: 'suspendInstance'; readonly byCaller?: boolean }
  | { readonly type: 'resumeInstance'; readonly byCaller?: boolean }
  | { readonly type: 'modifyInstance'; readonly instructions: readonly ModifyInstruction[] }
  /** `mapping`: ids of elements or waiting flows by those they had; what is not named keeps its id. */
  | {
      readonly type: 'migrateInstance'
      readonly definition: Key
      readonly mapping: ReadonlyMap<string, string>
    }
  | { readonly type: 'completeCall'; readonly key: Key; readonly variables: Variables }
  /** The called process could not be started. */
  | { readonly type: 'failCall'; readonly key: Key; readonly message: string }
  | {
      readonly type: 'throwCallError'
      readonly key: Key
      readonly code: string
      readonly message: string
      readonly variables: Variables
    }
  | {
      readonly type: 'throwCallEscalation'
      readonly key: Key
      readonly code: string
      readonly variables: Variables
      /** The called instance has ended by it. */
      readonly ends?: boolean
    }

/** One change to the tokens of an instance; `element`, `from`, `to` are ids. */
export type ModifyInstruction =
  | { readonly do: 'terminate'; readonly key: Key }
  /** Every token at the element, those that wait at its join included. */
  | { readonly do: 'terminateAll'; readonly element: string }
  /** Begins before the element, in `ancestor` or in the only active scope around it; scopes between are begun too. */
  | {
      readonly do: 'activate'
      readonly element: string
      readonly ancestor: Key | null
      readonly variables: readonly ScopeVariables[]
    }
  /** Each token at `from` goes to `to`, within the scope it is in. */
  | { readonly do: 'move'; readonly from: string; readonly to: string }

export interface ScopeVariables {
  /** Id of the element that is begun or of one around it; null: the process. */
  readonly scope: string | null
  readonly variables: Variables
}

export interface ListenerResult {
  /** Why it must not happen; null lets it pass. */
  readonly denied: string | null
  readonly corrections: TaskCorrections
}

/** Why a command is refused; nothing has changed. */
export interface Rejection {
  readonly code: RejectionCode
  /** Expected, got, where, what to do. */
  readonly message: string
}

export type RejectionCode =
  | 'process_not_found'
  | 'instance_not_found'
  | 'message_already_published'
  | 'instance_not_active'
  | 'instance_has_caller'
  | 'element_instance_not_found'
  | 'task_not_found'
  | 'task_already_assigned'
  | 'task_in_transition'
  | 'task_delegated'
  | 'task_not_delegated'
  | 'task_not_assigned'
  | 'listener_result_not_allowed'
  | 'job_not_found'
  | 'timer_not_found'
  | 'timer_without_next_turn'
  | 'subscription_not_found'
  | 'incident_not_found'
  | 'incident_without_retries'
  | 'no_none_start_event'
  | 'start_event_ambiguous'
  | 'start_element_not_allowed'
  | 'ad_hoc_not_found'
  | 'ad_hoc_not_allowed'
  | 'instance_suspended'
  | 'instance_not_suspended'
  | 'element_not_found'
  | 'modification_not_allowed'
  | 'scope_ambiguous'
  | 'migration_needs_mapping'
  | 'migration_not_possible'
  | 'instance_still_active'
  | 'batch_item_taken'

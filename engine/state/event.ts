import type { JsonValue, Variables } from '../json.ts'
import type { Key } from '../key.ts'
import type {
  CompensationRecord,
  EscalationAbove,
  IncidentType,
  ListenedCause,
  ListenerEvent,
  ParentCall,
  Phase,
  TaskChanges,
  TaskCorrections,
  TaskTransition,
} from './instance-state.ts'

/**
 * What happened: the history. `apply` folds these and nothing else into the state, so replaying them rebuilds it.
 * `key` is always the element instance it happened to; `element` and `flow` are indexes in the process graph.
 */
export type EngineEvent =
  | {
      readonly type: 'instanceCreated'
      readonly key: Key
      readonly definition: Key
      readonly parent: ParentCall | null
    }
  | { readonly type: 'instanceCompleted'; readonly key: Key }
  | { readonly type: 'instanceCanceled'; readonly key: Key }
  | {
      readonly type: 'elementActivated'
      readonly key: Key
      readonly element: number
      readonly scope: Key
      /** 1-based for the inner instances of a multi-instance activity, 0 elsewhere. */
      readonly loopCounter: number
    }
  | { readonly type: 'elementCompleted'; readonly key: Key }
  | { readonly type: 'elementTerminated'; readonly key: Key }
  | { readonly type: 'sequenceFlowTaken'; readonly flow: number; readonly scope: Key }
  /** A token waits at a joining gateway of `scope`. */
  | { readonly type: 'tokenHeld'; readonly scope: Key; readonly flow: number }
  | { readonly type: 'tokensJoined'; readonly scope: Key; readonly flows: readonly number[] }
  /** An interrupted scope loses the tokens that wait at its joins. */
  | { readonly type: 'tokensDiscarded'; readonly scope: Key }
  | { readonly type: 'variablesSet'; readonly scope: Key; readonly variables: Variables }
  | {
      readonly type: 'taskCreated'
      readonly key: Key
      readonly assignee: string | null
      readonly candidateGroups: readonly string[]
      readonly candidateUsers: readonly string[]
      /** Epoch milliseconds. */
      readonly dueAt: number | null
      readonly followUpAt: number | null
      /** 0–100. */
      readonly priority: number
    }
  | {
      readonly type: 'taskAssigned'
      readonly key: Key
      readonly assignee: string | null
      /** Who gets it back; left out when it is not delegated. */
      readonly owner?: string | null
      /** How whoever asked called it. */
      readonly action?: string
    }
  | { readonly type: 'taskUpdated'; readonly key: Key; readonly changes: TaskChanges }
  | {
      readonly type: 'taskCompleted'
      readonly key: Key
      readonly outcome: string | null
      /** It waited for listeners: who completed it is who began that. */
      readonly listened?: boolean
    }
  | { readonly type: 'taskCanceled'; readonly key: Key }
  | {
      readonly type: 'jobCreated'
      readonly key: Key
      readonly job: Key
      readonly jobType: string
      readonly retries: number
      readonly headers: Readonly<Record<string, string>>
      /** The job of a listener: what it listens to. */
      readonly listener?: ListenerEvent
    }
  | { readonly type: 'jobCompleted'; readonly key: Key; readonly job: Key }
  | {
      readonly type: 'jobFailed'
      readonly key: Key
      readonly job: Key
      readonly retries: number
      /** Not offered again before; epoch milliseconds. */
      readonly retryAt: number
      readonly message: string
    }
  | { readonly type: 'jobRetriesUpdated'; readonly key: Key; readonly job: Key; readonly retries: number }
  | { readonly type: 'jobErrorThrown'; readonly key: Key; readonly job: Key; readonly code: string }
  | { readonly type: 'jobCanceled'; readonly key: Key; readonly job: Key }
  | {
      readonly type: 'timerScheduled'
      readonly key: Key
      readonly timer: Key
      readonly element: number
      readonly dueAt: number
      readonly repetitions: number
      readonly cycle: string | null
      readonly part?: number
    }
  | { readonly type: 'timerFired'; readonly key: Key; readonly timer: Key }
  | { readonly type: 'timerCanceled'; readonly key: Key; readonly timer: Key }
  | {
      readonly type: 'messageSubscribed'
      readonly key: Key
      readonly subscription: Key
      readonly element: number
      readonly name: string
      readonly correlationKey: string
      readonly part?: number
    }
  /** `closed`: the subscription ends with this message (interrupting or catching once). */
  | {
      readonly type: 'messageCorrelated'
      readonly key: Key
      readonly subscription: Key
      readonly message: Key
      readonly closed: boolean
    }
  /** A key of a conversation of this scope has got a value, or another one. `id`: of the key. [CK2] */
  | {
      readonly type: 'correlationKeySet'
      readonly scope: Key
      readonly id: string
      readonly value: string
    }
  | { readonly type: 'messageUnsubscribed'; readonly key: Key; readonly subscription: Key }
  /** The runtime publishes it in the same transaction. */
  | {
      readonly type: 'messagePublished'
      readonly key: Key
      readonly name: string
      readonly correlationKey: string
      readonly messageId: string
      readonly timeToLive: number
      readonly variables: Variables
    }
  | {
      readonly type: 'signalSubscribed'
      readonly key: Key
      readonly subscription: Key
      readonly element: number
      readonly name: string
      readonly part: number
    }
  | {
      readonly type: 'signalCorrelated'
      readonly key: Key
      readonly subscription: Key
      readonly closed: boolean
    }
  /** Those of this instance that wait for it have it; the runtime tells all others, in the same transaction. */
  | {
      readonly type: 'signalBroadcast'
      readonly key: Key
      readonly name: string
      readonly variables: Variables
    }
  | {
      readonly type: 'conditionOpened'
      readonly key: Key
      readonly condition: Key
      readonly element: number
      readonly part: number
      readonly holds: boolean
    }
  | {
      readonly type: 'conditionChanged'
      readonly key: Key
      readonly condition: Key
      readonly holds: boolean
    }
  | { readonly type: 'conditionMet'; readonly key: Key; readonly condition: Key; readonly closed: boolean }
  /** A signal, a condition or a part that had happened is no longer waited for. */
  | { readonly type: 'waitClosed'; readonly key: Key; readonly wait: Key }
  /** One of several triggers that are all needed. */
  | {
      readonly type: 'partHappened'
      readonly key: Key
      readonly wait: Key
      readonly element: number
      readonly part: number
      readonly variables: Variables
    }
  | { readonly type: 'escalationThrown'; readonly key: Key; readonly code: string }
  /** The runtime throws it at the calling element. */
  | {
      readonly type: 'escalationEscaped'
      readonly key: Key
      readonly code: string
      readonly variables: Variables
      /** Whoever catches it interrupts the call: this instance ends. */
      readonly ends?: boolean
    }
  /** A complex gateway was activated before tokens had come by all flows: it waits for the others. */
  | {
      readonly type: 'gateOpened'
      readonly scope: Key
      readonly element: number
      readonly flows: readonly number[]
    }
  | { readonly type: 'gateReset'; readonly scope: Key; readonly element: number }
  | {
      readonly type: 'compensationRecorded'
      readonly scope: Key
      readonly record: CompensationRecord
      /** Before which of the scope's records it is put; after all of them when left out. */
      readonly at?: number
    }
  /** `key` has what was completed in `scope` undone: one activity, or all (-1). */
  | {
      readonly type: 'compensationStarted'
      readonly key: Key
      readonly scope: Key
      readonly activity: number
    }
  /** `key` undoes what comes next for `holder`. */
  | { readonly type: 'undoBegun'; readonly key: Key; readonly holder: Key }
  /** A completed scope is entered again so that what is inside it can be undone. */
  | {
      readonly type: 'shellEntered'
      readonly key: Key
      readonly compensations: readonly CompensationRecord[]
    }
  | { readonly type: 'compensationEnded'; readonly key: Key }
  | { readonly type: 'transactionCanceled'; readonly key: Key }
  | { readonly type: 'adHocClosed'; readonly key: Key }
  /** Only event sub-processes still run in this scope, and no other one begins. [ES4] */
  | { readonly type: 'completionBegun'; readonly key: Key }
  /** One of several definitions of a throwing event is done. */
  | { readonly type: 'actionDone'; readonly key: Key }
  | { readonly type: 'errorThrown'; readonly key: Key; readonly code: string; readonly message: string }
  /** Nobody in this instance catches it, but someone above does: the runtime throws it at the calling element. */
  | {
      readonly type: 'errorEscaped'
      readonly key: Key
      readonly code: string
      readonly message: string
      readonly variables: Variables
    }
  | {
      readonly type: 'loopStarted'
      readonly key: Key
      readonly total: number
      readonly collectsOutput: boolean
    }
  | { readonly type: 'loopItemStarted'; readonly key: Key }
  | {
      readonly type: 'loopItemCompleted'
      readonly key: Key
      readonly index: number
      readonly output: JsonValue
    }
  /** The runtime creates instance `called` of `definition` in the same transaction. */
  | {
      readonly type: 'processCalled'
      readonly key: Key
      readonly called: Key
      readonly definition: Key
      readonly variables: Variables
      readonly catches: readonly string[]
      readonly escalations?: readonly EscalationAbove[]
    }
  | { readonly type: 'callCompleted'; readonly key: Key }
  /** The called instance could not be started, or an error has left it. */
  | { readonly type: 'callFailed'; readonly key: Key }
  /** The runtime cancels the called instance in the same transaction. */
  | { readonly type: 'callCanceled'; readonly key: Key; readonly called: Key }
  | {
      readonly type: 'decisionEvaluated'
      readonly key: Key
      readonly decisionId: string
      readonly matchedRules: readonly number[]
    }
  | {
      readonly type: 'incidentRaised'
      readonly key: Key
      readonly incident: Key
      readonly incidentType: IncidentType
      readonly phase: Phase
      readonly message: string
    }
  | { readonly type: 'incidentResolved'; readonly key: Key; readonly incident: Key }
  | { readonly type: 'instanceSuspended'; readonly key: Key }
  | { readonly type: 'instanceResumed'; readonly key: Key }
  /** Tokens that waited at a join were taken away by hand. */
  | { readonly type: 'tokenDiscarded'; readonly scope: Key; readonly flow: number; readonly count: number }
  /** From here on indexes are those of `definition`; pairs of old and new for what is active. */
  | {
      readonly type: 'instanceMigrated'
      readonly key: Key
      readonly definition: Key
      readonly elements: readonly IndexPair[]
      readonly flows: readonly IndexPair[]
    }
  /** Execution listeners are asked before the element goes on. */
  | {
      readonly type: 'listeningBegun'
      readonly key: Key
      readonly event: 'start' | 'end'
      readonly cause: ListenedCause | null
    }
  /** All listeners have let it pass. */
  | { readonly type: 'listeningEnded'; readonly key: Key }
  /** Task listeners are asked before it happens. */
  | { readonly type: 'taskTransitionBegun'; readonly key: Key; readonly transition: TaskTransition }
  | {
      readonly type: 'taskTransitionDenied'
      readonly key: Key
      readonly transition: TaskTransition['kind']
      readonly reason: string
    }
  | { readonly type: 'taskCorrected'; readonly key: Key; readonly corrections: TaskCorrections }
  /** A task whose creation waited for listeners is there for people now. */
  | { readonly type: 'taskOpened'; readonly key: Key }
  /** It ends when what is inside it has: listeners are asked first. */
  | { readonly type: 'terminationBegun'; readonly key: Key }

/** Index in the graph left behind, index in the one migrated to. */
export type IndexPair = readonly [from: number, to: number]

export type EventType = EngineEvent['type']
export type EventOf<T extends EventType> = Extract<EngineEvent, { type: T }>

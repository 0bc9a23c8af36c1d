import type { FeelExpression } from '../feel/index.ts'
import type { Problem } from '../problem.ts'

/**
 * A process compiled for running. Elements and sequence flows are numbered, references are resolved and expressions
 * parsed, so that a step touches integers and closures only. Element 0 is the process itself.
 */
export interface ProcessGraph {
  readonly processId: string
  readonly name: string
  readonly versionTag: string | null
  readonly documentation: string
  readonly elements: readonly GraphElement[]
  readonly flows: readonly GraphFlow[]
  /** Element index by BPMN id. */
  readonly indexOf: ReadonlyMap<string, number>
  /** Who may start it, which forms it uses, … : `kartabl:` properties and zeebe properties of the process. */
  readonly properties: Readonly<Record<string, string>>
  /** Form of the none start event: the form that starts an instance. */
  readonly startForm: FormReference | null
  /** Elements of the process itself whose triggers begin instances; not those of event sub-processes. */
  readonly startTriggers: readonly number[]
  /** What it needs to correlate messages by what they carry; null when it receives none that does. [CK1] */
  readonly correlation: Correlation | null
  /** It has conditional events, or activities that wait for data: variables must be watched. */
  readonly hasConditions: boolean
  /** It has gateways whose joining depends on tokens elsewhere. */
  readonly hasGates: boolean
  /** It has complex gateways that wait for an activation condition. */
  readonly hasActivations: boolean
  /** Why it is not deployed although it runs: what was deployed before such a thing was known goes on. [DE3] */
  readonly doubts: readonly Problem[]
}

export interface GraphFlow {
  readonly index: number
  readonly id: string
  readonly name: string
  readonly source: number
  readonly target: number
  readonly condition: FeelExpression | null
}

/** A value of the diagram that is either fixed text or computed when it is needed. */
export type Computed = { readonly kind: 'fixed'; readonly text: string } | FeelComputed
export type FeelComputed = { readonly kind: 'feel'; readonly expression: FeelExpression }

/** zeebe:input / zeebe:output: `target` is a dotted path of variable names. */
export interface Mapping {
  readonly source: Computed
  readonly target: readonly string[]
}

/** The loop or multi-instance marker of an activity. */
export type Loop = MultiInstance | StandardLoop

export interface StandardLoop {
  readonly kind: 'standard'
  /** Looked at before each turn instead of after it. */
  readonly testBefore: boolean
  /** Goes on while it holds; always when left out. */
  readonly condition: FeelExpression | null
  readonly maximum: number | null
}

/** A list to run over, or how often to run. */
export type LoopItems =
  | { readonly kind: 'collection'; readonly collection: FeelExpression }
  | { readonly kind: 'cardinality'; readonly cardinality: FeelExpression }

/** The multi-instance marker with zeebe:loopCharacteristics. */
export interface MultiInstance {
  readonly kind: 'multiInstance'
  readonly sequential: boolean
  readonly items: LoopItems
  readonly inputElement: string | null
  readonly outputCollection: string | null
  readonly outputElement: FeelExpression | null
  /** Variable that each instance has of its own because its output is just that; null without one. */
  readonly outputVariable: string | null
  readonly completionCondition: FeelExpression | null
  readonly throws: readonly LoopThrow[]
}

/** What instances throw at the whole as they complete: the first one only, or each for which the condition holds. */
export interface LoopThrow {
  readonly first: boolean
  readonly condition: FeelExpression | null
  readonly action: ThrowAction
}

/** zeebe:taskDefinition with its headers. */
export interface JobDefinition {
  readonly type: Computed
  readonly retries: Computed
  readonly headers: Readonly<Record<string, string>>
}

export type TimerDefinition = {
  readonly kind: 'date' | 'duration' | 'cycle'
  readonly value: Computed
  /** Name of the calendar by which working time is counted; null: the company's. */
  readonly calendar: Computed | null
}

export interface MessageDefinition {
  readonly name: Computed
  /** null at a start event of the process: a message starts an instance whatever its key; and where `keys` say it. */
  readonly correlationKey: FeelExpression | null
  /** Keys of conversations that it takes part in. */
  readonly keys: readonly RetrievedKey[]
}

export interface Correlation {
  /** Keys of the messages that are received, by their names. */
  readonly messages: ReadonlyMap<string, readonly RetrievedKey[]>
  /** Keys that the data of the process says. [CK5] */
  readonly subscriptions: readonly RetrievedKey[]
}

/** A correlation key with how each of its properties is found: in a message, or in the data of the process. */
export interface RetrievedKey {
  readonly id: string
  readonly properties: readonly FeelExpression[]
}

/** zeebe:publishMessage of a throwing message event or send task: the engine itself publishes. */
export interface MessagePublication {
  readonly name: Computed
  readonly correlationKey: Computed | null
  readonly messageId: Computed | null
  /** ISO 8601 duration. */
  readonly timeToLive: Computed | null
  /** Keys of conversations that it takes part in. */
  readonly keys: readonly RetrievedKey[]
}

export type ErrorDefinition = {
  /** null catches every code; a throwing event always has one. */
  readonly code: Computed | null
}

/** What an event waits for. */
export type EventTrigger = { readonly kind: 'none' } | MultipleTrigger | SingleTrigger

export type SingleTrigger =
  | { readonly kind: 'timer'; readonly timer: TimerDefinition }
  | { readonly kind: 'message'; readonly message: MessageDefinition }
  | { readonly kind: 'signal'; readonly name: Computed }
  | { readonly kind: 'conditional'; readonly condition: FeelExpression }
  | { readonly kind: 'error'; readonly error: ErrorDefinition }
  | { readonly kind: 'escalation'; readonly error: ErrorDefinition }
  | { readonly kind: 'compensation' }
  | { readonly kind: 'cancel' }
  | { readonly kind: 'link'; readonly name: string }

/** Several triggers: one of them is enough, or all are needed (`parallel`). */
export interface MultipleTrigger {
  readonly kind: 'multiple'
  readonly parallel: boolean
  readonly parts: readonly SingleTrigger[]
  /** Variables that take what each of them brings, null for any; empty when no data outputs are declared for them. [DO7] */
  readonly outputs: readonly (string | null)[]
}

/** What a throwing event or send task does. */
export type ThrowAction =
  /** `keys`: of the message that the job sends. */
  | { readonly kind: 'job'; readonly job: JobDefinition; readonly keys: readonly RetrievedKey[] }
  | { readonly kind: 'publish'; readonly publication: MessagePublication }
  | { readonly kind: 'signal'; readonly name: Computed }
  /** `message`: null for the name of the event. */
  | { readonly kind: 'error'; readonly code: Computed; readonly message: Computed | null }
  /** null: an escalation without a code. */
  | { readonly kind: 'escalation'; readonly code: Computed | null }
  /** `activity`: index of what is undone, -1 for all of the scope. */
  | { readonly kind: 'compensation'; readonly activity: number; readonly waits: boolean }
  /** `target`: index of the catching link event. */
  | { readonly kind: 'link'; readonly target: number }
  | { readonly kind: 'terminate' }
  | { readonly kind: 'cancel' }

export type FormReference =
  | { readonly kind: 'id'; readonly formId: string; readonly binding: Binding }
  | { readonly kind: 'embedded'; readonly schema: string }
  | { readonly kind: 'external'; readonly reference: string }

export type Binding =
  | { readonly kind: 'latest' }
  | { readonly kind: 'deployment' }
  | { readonly kind: 'versionTag'; readonly versionTag: string }

/** zeebe:assignmentDefinition, taskSchedule, priorityDefinition, formDefinition. */
export interface UserTaskDefinition {
  readonly assignee: Computed | null
  /** Comma-separated text or a FEEL list. */
  readonly candidateGroups: Computed | null
  readonly candidateUsers: Computed | null
  readonly dueDate: Computed | null
  readonly followUpDate: Computed | null
  /** As of a timer, for both dates. */
  readonly calendar: Computed | null
  readonly priority: Computed | null
  readonly form: FormReference | null
  readonly listeners: readonly TaskListener[]
}

/** What happens to a user task; its listeners may hold it up. */
export type TaskEvent = 'creating' | 'assigning' | 'updating' | 'completing' | 'canceling'

/** zeebe:taskListener */
export interface TaskListener {
  readonly event: TaskEvent
  readonly job: JobDefinition
}

/** Data that the diagram shows: the variable that holds it, and what people call it. */
export interface NamedData {
  readonly variable: string
  readonly name: string
}

/** What an activity waits for before it begins. [DO6] */
export interface Availability {
  readonly condition: FeelExpression
  /** By input set, one of which is enough: the data that it needs. */
  readonly sets: readonly (readonly NamedData[])[]
}

interface ElementBase {
  readonly index: number
  readonly id: string
  readonly name: string
  readonly documentation: string
  /** Index of the enclosing process or sub-process; -1 for the process. */
  readonly parent: number
  readonly incoming: readonly number[]
  readonly outgoing: readonly number[]
  /** Default sequence flow or -1. */
  readonly defaultFlow: number
  readonly inputs: readonly Mapping[]
  readonly outputs: readonly Mapping[]
  /** Holds when the data that it needs to begin has come; null: it needs none. */
  readonly availability: Availability | null
  /** Variable that takes the one value an event brings, whatever it is called; null: it keeps its name. [DO5] */
  readonly broughtAs: string | null
  /** Boundary events attached to this activity. */
  readonly boundaryEvents: readonly number[]
  readonly loop: Loop | null
  /** Tokens it takes to activate it, and tokens it sends on each flow. */
  readonly startQuantity: number
  readonly completionQuantity: number
  /** Index of the activity that undoes this one; -1 for none. */
  readonly compensatedBy: number
  /** zeebe:properties, `kartabl:` ones included. */
  readonly properties: Readonly<Record<string, string>>
  /** zeebe:executionListeners: jobs before its own work, and after it. */
  readonly startListeners: readonly JobDefinition[]
  readonly endListeners: readonly JobDefinition[]
}

/** Of scopes: what lies directly inside. */
export interface ScopeParts {
  /** The none start event where a token begins; -1 if there is none or, in a process, more than one. */
  readonly noneStart: number
  /** Where tokens begin: the none start events or, without any start event, all that no flow leads to. */
  readonly starts: readonly number[]
  readonly eventSubProcesses: readonly number[]
  /** Event sub-process that undoes the scope once it has completed; -1 for none. It is none of the others. */
  readonly compensationSubProcess: number
  /** Variables that are of this sub-process alone: its data objects and properties. None for a process: all are its own. */
  readonly ownVariables: readonly string[]
}

export type GraphElement =
  | (ElementBase & { readonly type: 'process' } & ScopeParts)
  | (ElementBase & { readonly type: 'subProcess'; readonly isTransaction: boolean } & ScopeParts)
  | (ElementBase & {
      readonly type: 'adHocSubProcess'
      readonly sequential: boolean
      readonly cancelRemaining: boolean
      readonly completionCondition: FeelExpression | null
      /** What may be begun: everything inside that no flow leads to. */
      readonly offered: readonly number[]
      /** Ids of elements that begin by themselves. */
      readonly activeElements: FeelExpression | null
    } & ScopeParts)
  | (ElementBase & {
      readonly type: 'eventSubProcess'
      /** Its only start event. */
      readonly startEvent: number
    } & ScopeParts)
  | (ElementBase & {
      readonly type: 'callActivity'
      readonly processId: Computed
      readonly binding: Binding
      readonly propagateAllParentVariables: boolean
      readonly propagateAllChildVariables: boolean
    })
  | (ElementBase & {
      readonly type: 'startEvent'
      readonly trigger: EventTrigger
      readonly interrupting: boolean
    })
  | (ElementBase & {
      readonly type: 'boundaryEvent'
      readonly trigger: EventTrigger
      readonly interrupting: boolean
      readonly attachedTo: number
    })
  | (ElementBase & { readonly type: 'intermediateCatchEvent'; readonly trigger: EventTrigger })
  /** `actions`: none for a none event; several are done one after another. */
  | (ElementBase & { readonly type: 'intermediateThrowEvent'; readonly actions: readonly ThrowAction[] })
  | (ElementBase & { readonly type: 'endEvent'; readonly actions: readonly ThrowAction[] })
  | (ElementBase & { readonly type: 'userTask'; readonly userTask: UserTaskDefinition })
  | (ElementBase & { readonly type: 'serviceTask'; readonly job: JobDefinition })
  | (ElementBase & { readonly type: 'sendTask'; readonly actions: readonly ThrowAction[] })
  | (ElementBase & {
      readonly type: 'receiveTask'
      readonly message: MessageDefinition
      /** Its message begins instances. */
      readonly instantiate: boolean
    })
  | (ElementBase & {
      readonly type: 'scriptTask'
      /** FEEL with its result variable, or a job for an external worker. */
      readonly script:
        | { readonly kind: 'feel'; readonly expression: FeelExpression; readonly resultVariable: string }
        | { readonly kind: 'job'; readonly job: JobDefinition }
    })
  | (ElementBase & {
      readonly type: 'businessRuleTask'
      readonly rule:
        | {
            readonly kind: 'decision'
            readonly decisionId: Computed
            readonly resultVariable: string
            readonly binding: Binding
          }
        | { readonly kind: 'job'; readonly job: JobDefinition }
    })
  /** Undefined task and manual task: the engine only passes through. */
  | (ElementBase & { readonly type: 'task' })
  | (ElementBase & { readonly type: 'manualTask' })
  | (ElementBase & { readonly type: 'exclusiveGateway' })
  | (ElementBase & { readonly type: 'parallelGateway' })
  | (ElementBase & { readonly type: 'inclusiveGateway' })
  | (ElementBase & {
      readonly type: 'complexGateway'
      /** null: joins like an inclusive gateway. */
      readonly activationCondition: FeelExpression | null
    })
  | (ElementBase & {
      readonly type: 'eventBasedGateway'
      /** The events it waits for. */
      readonly events: readonly number[]
      /** All of them are needed; only of a gateway that begins instances. */
      readonly parallel: boolean
      readonly instantiate: boolean
    })

export type ElementType = GraphElement['type']
export type ElementOf<T extends ElementType> = GraphElement & { readonly type: T }

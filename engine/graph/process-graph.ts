import type { FeelExpression } from '../feel/index.ts'

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
  /** Message and timer start events of the process itself (not of event sub-processes). */
  readonly startTriggers: readonly number[]
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

/** zeebe:loopCharacteristics. */
export interface MultiInstance {
  readonly sequential: boolean
  readonly inputCollection: FeelExpression
  readonly inputElement: string | null
  readonly outputCollection: string | null
  readonly outputElement: FeelExpression | null
  readonly completionCondition: FeelExpression | null
}

/** zeebe:taskDefinition with its headers. */
export interface JobDefinition {
  readonly type: Computed
  readonly retries: Computed
  readonly headers: Readonly<Record<string, string>>
}

export type TimerDefinition = { readonly kind: 'date' | 'duration' | 'cycle'; readonly value: Computed }

export interface MessageDefinition {
  readonly name: Computed
  /** null at a start event of the process: a message starts an instance whatever its key. */
  readonly correlationKey: FeelExpression | null
}

/** zeebe:publishMessage of a throwing message event or send task: the engine itself publishes. */
export interface MessagePublication {
  readonly name: Computed
  readonly correlationKey: Computed | null
  readonly messageId: Computed | null
  /** ISO 8601 duration. */
  readonly timeToLive: Computed | null
}

export type ErrorDefinition = {
  /** null catches every code; a throwing event always has one. */
  readonly code: Computed | null
}

/** What an event waits for or causes. */
export type EventTrigger =
  | { readonly kind: 'none' }
  | { readonly kind: 'terminate' }
  | { readonly kind: 'timer'; readonly timer: TimerDefinition }
  | { readonly kind: 'message'; readonly message: MessageDefinition }
  | { readonly kind: 'error'; readonly error: ErrorDefinition }

/** What a throwing message event or send task does. */
export type ThrowAction =
  | { readonly kind: 'job'; readonly job: JobDefinition }
  | { readonly kind: 'publish'; readonly publication: MessagePublication }

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
  readonly priority: Computed | null
  readonly form: FormReference | null
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
  /** Boundary events attached to this activity. */
  readonly boundaryEvents: readonly number[]
  readonly multiInstance: MultiInstance | null
  /** zeebe:properties, `kartabl:` ones included. */
  readonly properties: Readonly<Record<string, string>>
}

/** Of scopes: what lies directly inside. */
export interface ScopeParts {
  /** The none start event where a token begins; -1 if there is none (a process started by message or timer only). */
  readonly noneStart: number
  readonly eventSubProcesses: readonly number[]
}

export type GraphElement =
  | (ElementBase & { readonly type: 'process' } & ScopeParts)
  | (ElementBase & { readonly type: 'subProcess' } & ScopeParts)
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
  | (ElementBase & { readonly type: 'intermediateThrowEvent'; readonly action: ThrowAction | null })
  | (ElementBase & {
      readonly type: 'endEvent'
      readonly trigger: EventTrigger
      readonly action: ThrowAction | null
    })
  | (ElementBase & { readonly type: 'userTask'; readonly userTask: UserTaskDefinition })
  | (ElementBase & { readonly type: 'serviceTask'; readonly job: JobDefinition })
  | (ElementBase & { readonly type: 'sendTask'; readonly action: ThrowAction })
  | (ElementBase & { readonly type: 'receiveTask'; readonly message: MessageDefinition })
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

export type ElementType = GraphElement['type']
export type ElementOf<T extends ElementType> = GraphElement & { readonly type: T }

import type { EventType, NodeType } from './node-type.ts'

/** What a BPMN file says, as plain data: no parser object, no default left out, nothing interpreted. */
export interface Model {
  readonly processes: readonly ModelProcess[]
  readonly participants: readonly Participant[]
  readonly messages: ReadonlyMap<string, Message>
  readonly errors: ReadonlyMap<string, ErrorDeclaration>
  readonly signals: ReadonlyMap<string, Named>
  readonly escalations: ReadonlyMap<string, ErrorDeclaration>
  /** What tells one conversation from another, wherever collaborations and conversations declare it. */
  readonly correlationKeys: readonly CorrelationKey[]
  readonly correlationProperties: ReadonlyMap<string, CorrelationProperty>
  /** Associations drawn beside the processes. */
  readonly associations: readonly Association[]
  /** From one pool or element to another: drawn for people, and for tools that play both sides. */
  readonly messageFlows: readonly MessageFlow[]
  /** Ids of elements and sequence flows that are drawn. */
  readonly drawn: ReadonlySet<string>
}

export interface Named {
  readonly id: string
  readonly name: string
  readonly documentation: string
}

export interface Extended {
  /** Children of `extensionElements` in a namespace that engines give a meaning to. */
  readonly extensions: readonly Extension[]
  /** Attributes in such a namespace, `camunda:assignee` for instance; those of the element's expressions too. */
  readonly foreignAttributes: readonly ForeignAttribute[]
}

/** `zeebe`: the namespace we speak. `camunda`: the one of version 7 and its relatives, which is translated or refused. */
export type Vocabulary = 'zeebe' | 'camunda'

export interface Extension {
  readonly vocabulary: Vocabulary
  /** Local name as written, `taskDefinition`. */
  readonly name: string
  readonly attributes: ReadonlyMap<string, string>
  readonly children: readonly Extension[]
  readonly body: string
}

export interface ForeignAttribute {
  readonly vocabulary: Vocabulary
  readonly name: string
  readonly value: string
}

export interface ModelProcess extends Named, Extended {
  readonly executable: boolean
  readonly correlationSubscriptions: readonly CorrelationSubscription[]
  readonly inside: Scope
}

/** Pool of a collaboration. */
export interface Participant extends Named {
  /** '' for a pool drawn as a black box. */
  readonly processId: string
}

export interface Message extends Named, Extended {}

/** Messages of one conversation have the same value for each of its properties. */
export interface CorrelationKey extends Named {
  /** Ids of correlation properties. */
  readonly properties: readonly string[]
}

/** A value that messages carry, each at a place of its own. */
export interface CorrelationProperty extends Named {
  readonly retrievals: readonly { readonly messageRef: string; readonly path: string }[]
}

/** Where the data of a process holds what the properties of a key must be. */
export interface CorrelationSubscription {
  readonly id: string
  readonly keyRef: string
  readonly bindings: readonly { readonly propertyRef: string; readonly path: string }[]
}

export interface ErrorDeclaration extends Named, Extended {
  readonly code: string
}

export interface MessageFlow extends Named {
  /** Ids of pools or elements. */
  readonly source: string
  readonly target: string
  readonly messageRef: string | null
}

/** What lies directly inside a process or sub-process, in document order. */
export interface Scope {
  readonly nodes: readonly FlowNode[]
  readonly flows: readonly SequenceFlow[]
  /** Connects a compensation boundary event with its handler; others are drawing only. */
  readonly associations: readonly Association[]
  /** Data objects and properties: values by name. */
  readonly dataItems: readonly DataItem[]
}

export interface Association {
  readonly source: string
  readonly target: string
}

/** A data object, data store, property, or input or output (`parameter`) of a process; references to it have ids of their own. */
export interface DataItem extends Named {
  readonly kind: 'object' | 'store' | 'property' | 'parameter'
  /** Ids by which associations name it, its own among them. */
  readonly references: readonly string[]
}

export interface SequenceFlow extends Named, Extended {
  /** Node ids; '' when the reference leads nowhere. */
  readonly source: string
  readonly target: string
  readonly condition: string | null
}

export interface FlowNode extends Named, Extended {
  readonly type: NodeType
  /** Name of the innermost lane, '' without one. */
  readonly lane: string
  /** Id of the default sequence flow. */
  readonly defaultFlow: string | null
  /** Id of what a boundary event is attached to; '' elsewhere. */
  readonly attachedTo: string
  /** False for a non-interrupting boundary event or event sub-process start. */
  readonly interrupting: boolean
  /** Sub-process that is triggered by an event. */
  readonly triggeredByEvent: boolean
  readonly events: readonly EventDefinition[]
  readonly loop: Loop | null
  /** Message of a send or receive task. */
  readonly messageRef: string | null
  /** The standard's `calledElement` of a call activity. */
  readonly calledElement: string
  /** The standard's script of a script task. */
  readonly script: { readonly format: string; readonly text: string } | null
  /** Undoes the activity whose compensation event it is connected to; no token reaches it. */
  readonly isForCompensation: boolean
  /** All triggers of the event are needed, not one of them. */
  readonly parallelMultiple: boolean
  /** A receive task or event-based gateway that begins instances. */
  readonly instantiate: boolean
  /** Of an event-based gateway that begins instances: all of its events are needed. */
  readonly parallelEvents: boolean
  /** Tokens it takes to activate it, and tokens it sends on each flow. */
  readonly startQuantity: number
  readonly completionQuantity: number
  /** Of a complex gateway. */
  readonly activationCondition: string | null
  readonly adHoc: AdHoc | null
  readonly data: DataUse
  /** Standard features used here that change what happens and that no part of this model describes. */
  readonly oddities: readonly Oddity[]
  /** Contents of a sub-process. */
  readonly inside: Scope | null
}

export type Oddity = 'resourceRole'

/** Of an ad-hoc sub-process. */
export interface AdHoc {
  readonly sequential: boolean
  readonly cancelRemaining: boolean
  readonly completionCondition: string | null
}

/** What an activity or event reads from and writes to data, as far as it says what is copied. */
export interface DataUse {
  readonly declaredInputs: readonly DataName[]
  readonly declaredOutputs: readonly DataName[]
  /** Ids of the inputs that each of its input sets needs before it can begin: without optional ones. */
  readonly inputSets: readonly (readonly string[])[]
  readonly inputs: readonly DataAssociation[]
  readonly outputs: readonly DataAssociation[]
}

/** Data goes by its name or by its id. */
export interface DataName {
  readonly id: string
  readonly name: string
}

export interface DataAssociation {
  /** Ids of what is read; the first is copied when nothing is computed. */
  readonly sources: readonly string[]
  readonly target: string
  readonly transformation: string | null
  readonly assignments: readonly { readonly from: string; readonly to: string }[]
}

export interface EventDefinition extends Extended {
  readonly type: EventType
  readonly id: string
  readonly messageRef: string | null
  readonly errorRef: string | null
  readonly signalRef: string | null
  readonly escalationRef: string | null
  /** Of a link event. */
  readonly linkName: string
  /** Of a conditional event. */
  readonly condition: string | null
  /** What a throwing compensation event undoes; null: all of its scope. */
  readonly activityRef: string | null
  /** Whether a throwing compensation event waits until it is undone. */
  readonly waitForCompletion: boolean
  readonly timers: readonly Timer[]
}

export interface Timer {
  readonly kind: 'date' | 'duration' | 'cycle'
  readonly text: string
}

export type Loop =
  | {
      readonly kind: 'standard'
      readonly testBefore: boolean
      readonly condition: string | null
      readonly maximum: number | null
    }
  | (Extended & {
      readonly kind: 'multiInstance'
      readonly sequential: boolean
      readonly cardinality: string | null
      readonly completionCondition: string | null
      /** The standard's own names of what it runs over and collects. */
      readonly data: LoopData
      /** Events that instances throw at the activity as they complete. */
      readonly throws: readonly LoopThrow[]
    })

export interface LoopData {
  /** The data, or the inputs and outputs that the activity declares; null when left out. */
  readonly collection: DataName | null
  readonly item: DataName | null
  readonly results: DataName | null
  readonly result: DataName | null
}

/** `first`: thrown by the first instance alone; otherwise by each for which the condition, if there is one, holds. */
export interface LoopThrow {
  readonly first: boolean
  readonly condition: string | null
  readonly event: EventDefinition
}

import type { EventType, NodeType } from './node-type.ts'

/** What a BPMN file says, as plain data: no parser object, no default left out, nothing interpreted. */
export interface Model {
  readonly processes: readonly ModelProcess[]
  readonly participants: readonly Participant[]
  readonly messages: ReadonlyMap<string, Message>
  readonly errors: ReadonlyMap<string, ErrorDeclaration>
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
  /** Attributes in such a namespace, `camunda:assignee` for instance. */
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
  readonly inside: Scope
}

/** Pool of a collaboration. */
export interface Participant extends Named {
  /** '' for a pool drawn as a black box. */
  readonly processId: string
}

export interface Message extends Named, Extended {}

export interface ErrorDeclaration extends Named {
  readonly code: string
}

/** What lies directly inside a process or sub-process, in document order. */
export interface Scope {
  readonly nodes: readonly FlowNode[]
  readonly flows: readonly SequenceFlow[]
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
  /** Standard features used here that change what happens and that no part of this model describes. */
  readonly oddities: readonly Oddity[]
  /** Contents of a sub-process. */
  readonly inside: Scope | null
}

export type Oddity =
  | 'compensation'
  | 'parallelMultiple'
  | 'instantiate'
  | 'tokenQuantity'
  | 'resourceRole'
  | 'dataAssignment'
  | 'eventDefinitionRef'

export interface EventDefinition extends Extended {
  readonly type: EventType
  readonly id: string
  readonly messageRef: string | null
  readonly errorRef: string | null
  readonly timers: readonly Timer[]
}

export interface Timer {
  readonly kind: 'date' | 'duration' | 'cycle'
  readonly text: string
}

export type Loop =
  | { readonly kind: 'standard' }
  | (Extended & {
      readonly kind: 'multiInstance'
      readonly sequential: boolean
      readonly cardinality: string | null
      readonly completionCondition: string | null
    })

import type { WorkingCalendar } from '../calendar/index.ts'
import type { Decision } from '../dmn/index.ts'
import type { Binding, GraphElement, ProcessGraph } from '../graph/process-graph.ts'
import type { Variables } from '../json.ts'
import type { Key } from '../key.ts'
import { apply, elementInstance } from '../state/apply.ts'
import type { EngineEvent } from '../state/event.ts'
import type { CompensationRecord, ElementInstance, InstanceState } from '../state/instance-state.ts'

/** All that a step may know of the world; nothing else of it is read. */
export interface StepContext {
  /** Epoch milliseconds. */
  readonly now: number
  /** IANA time zone in which local dates and times are meant. */
  readonly zone: string
  /** By name: `company`, a unit's id, `user:` and a login name. Undefined when there is none. */
  readonly calendar: (name: string) => WorkingCalendar | undefined
  readonly nextKey: () => Key
  /** Definition key of a process to call, or undefined when there is none deployed. */
  readonly findProcess: (processId: string, binding: Binding) => Key | undefined
  readonly findDecision: (decisionId: string, binding: Binding) => Decision | undefined
  /** The graph to migrate to, or undefined when there is no such definition. */
  readonly findGraph: (definition: Key) => ProcessGraph | undefined
}

/** Sees each event just before it is applied. */
export type Observer = (event: EngineEvent, state: InstanceState) => void

/** What is still to be done before the step ends, in the order it was put down. [EX1] */
export type Work =
  | { readonly do: 'arrive'; readonly flow: number; readonly scope: Key }
  | {
      readonly do: 'activate'
      readonly element: number
      readonly scope: Key
      /** What the event brought that led here; null for a token. */
      readonly variables: Variables | null
      readonly loopCounter: number
      /** Variables that it has from the beginning. */
      readonly own?: Variables | null
      /** Which of the element's triggers it was. */
      readonly part?: number
      /** On whose behalf it undoes something. */
      readonly undoing?: Undo
    }
  | { readonly do: 'complete'; readonly key: Key }
  /** A wait of this instance is met. */
  | { readonly do: 'happen'; readonly key: Key; readonly wait: Key; readonly variables: Variables }
  /** The next thing to undo for this instance. */
  | { readonly do: 'undo'; readonly key: Key }

export interface Undo {
  readonly holder: Key
  readonly record: CompensationRecord
  /** Enters the completed scope again, instead of its handler. */
  readonly asShell: boolean
}

/** Activations that one command may cause before a loop without an end is assumed. [EX4] */
const ACTIVATION_LIMIT = 200_000

/** One command on its way: the state it has reached, the events that led there, the work that is left. */
export class Execution {
  /** Changes once at most: when the instance is migrated. */
  graph: ProcessGraph
  readonly state: InstanceState
  readonly context: StepContext
  readonly events: EngineEvent[] = []
  activationsLeft = ACTIVATION_LIMIT
  /** A variable was set since the conditions were last looked at. */
  variablesChanged = false
  /** A variable was set since correlation keys last followed the data of the process. */
  dataStale = false
  /** A variable was set since activation conditions were last looked at. */
  activationsStale = false
  private readonly agenda: Work[] = []
  private next = 0
  private toSettle: Key[] = []
  /** Scopes where tokens came or went, so that a gateway there may go on that waits for what is elsewhere. */
  readonly stirred: Set<Key>
  /** Scopes that were emptied, each with the place in the agenda before which nothing of theirs counts. */
  private emptied: Map<Key, number> | null = null

  private readonly observe: Observer | undefined

  constructor(graph: ProcessGraph, state: InstanceState, context: StepContext, observe?: Observer) {
    this.observe = observe
    this.graph = graph
    this.state = state
    this.context = context
    this.stirred = graph.hasGates ? new Set() : NOWHERE
  }

  emit(event: EngineEvent): void {
    this.observe?.(event, this.state)
    if (this.graph.hasGates) this.stir(event)
    apply(this.state, event)
    if (event.type === 'variablesSet') this.variablesChanged = this.activationsStale = this.dataStale = true
    this.events.push(event)
  }

  plan(work: Work): void {
    this.agenda.push(work)
  }

  /** A scope that is emptied loses the tokens that are still on their way in it. [TE2] */
  dropPlanned(scope: Key): void {
    if (this.next >= this.agenda.length) return
    this.emptied ??= new Map()
    this.emptied.set(scope, this.agenda.length)
  }

  /** The scope may have lost its last token: looked at when all planned work is done. [SC1] */
  settleLater(scope: Key): void {
    this.toSettle.push(scope)
  }

  nextWork(): Work | undefined {
    while (this.next < this.agenda.length) {
      const at = this.next++
      const work = this.agenda[at]!
      if (!this.emptied || !('scope' in work) || at >= (this.emptied.get(work.scope) ?? 0)) return work
    }
    this.agenda.length = 0
    this.next = 0
    this.emptied = null
    return undefined
  }

  nextToSettle(): Key | undefined {
    return this.toSettle.pop()
  }

  private stir(event: EngineEvent): void {
    if ('scope' in event) this.stirred.add(event.scope)
    else if (event.type === 'elementCompleted' || event.type === 'elementTerminated')
      this.stirred.add(this.instance(event.key).scope)
  }

  instance(key: Key): ElementInstance {
    return elementInstance(this.state, key)
  }

  element(instance: ElementInstance): GraphElement {
    return this.graph.elements[instance.element]!
  }
}

/** Of processes without such gateways, whose commands should not pay for a set of their own. */
const NOWHERE = new Set<Key>()

import type { FeelExpression } from '../feel/index.ts'
import type { FlowNode, Model, ModelProcess } from '../model/model.ts'
import type { Problem } from '../problem.ts'
import type { ElementOf, GraphElement, NamedData } from './process-graph.ts'

/** A flow node with its number. */
export interface Place {
  readonly index: number
  readonly node: FlowNode
  /** Number of the enclosing process or sub-process. */
  readonly parent: number
  readonly scope: ScopeKind
}

export type ScopeKind = 'process' | 'subProcess' | 'eventSubProcess'

/** One process while it is compiled: everything numbered, problems collected instead of stopping at the first. */
export interface Compiling {
  readonly model: Model
  readonly process: ModelProcess
  /** In the order of their numbers, which begin at 1: the process itself is 0. */
  readonly places: readonly Place[]
  readonly placeOf: ReadonlyMap<string, Place>
  /** Places directly inside a scope, by the scope's number. */
  readonly placesIn: ReadonlyMap<number, readonly Place[]>
  /** By the ids of data objects, stores, properties and references to them. */
  readonly dataNames: ReadonlyMap<string, NamedData>
  /** Variables by the ids of what loops hand to their instances and collect from them. */
  readonly loopItems: ReadonlyMap<string, string>
  /** Of the data, that which a data association reads or writes. */
  readonly usedData: ReadonlySet<string>
  /** Ids at the other ends of the associations of an element, wherever in the file they are drawn. */
  readonly associated: ReadonlyMap<string, readonly string[]>
  /** Ids of nodes that a sequence flow leads to. */
  readonly targets: ReadonlySet<string>
  /** Ids of the events after event-based gateways that begin instances. */
  readonly beginning: ReadonlySet<string>
  /** Sequence flows that lead to a node. */
  incoming(index: number): readonly { readonly id: string; readonly source: string }[]
  /** Numbers of the nodes that the sequence flows of one lead to. */
  outgoing(index: number): readonly number[]
  /** Expressions by text: diagrams repeat them, and reading one costs more than compiling an element. */
  readonly expressions: Map<string, FeelExpression>
  /** Of what can't run. */
  report(problem: Problem): void
  /** Of what runs, but not as its author meant. [DE3] */
  doubt(problem: Problem): void
}

/** What only elements of this type have. */
type OwnPartOf<E> = E extends GraphElement ? Omit<E, Exclude<keyof ElementOf<'task'>, 'type'>> : never
export type OwnPart = OwnPartOf<GraphElement>

/** Compiles what is particular to one kind of element. Null when it was refused: the reason has been reported. */
export type ElementCompiler = (place: Place, at: Compiling) => OwnPart | null

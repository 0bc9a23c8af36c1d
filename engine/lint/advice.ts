import type { ProcessGraph } from '../graph/process-graph.ts'
import type { Model } from '../model/model.ts'

/** Something that runs, but that a reader or the author would want otherwise. */
export interface Advice {
  /** Name of the rule, its file's name. */
  readonly rule: string
  readonly element: string
  readonly message: string
  readonly remedy: string
}

export type Rule = (graph: ProcessGraph, model: Model) => readonly Advice[]

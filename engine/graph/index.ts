/**
 * From a BPMN file to a graph that runs. Terms: a *model* is what the file says, a *graph* is what the engine runs, a
 * *problem* is a reason why one can't become the other, an *outline* is the diagram as a list for people.
 */
export type { Translation } from './camunda7/translation.ts'
export { compile } from './compile.ts'
export { deployable } from './deployable.ts'
export { describeDiagram, type OutlineEntry } from './describe.ts'
export { kartablPrefix, kartablProperties } from './kartabl-properties.ts'
export type * from './process-graph.ts'

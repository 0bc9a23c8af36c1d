/**
 * Advice about diagrams that run. Terms: a *rule* looks for one thing and is one file; an *advice* names element, cause
 * and remedy. What can't run is a problem and refused in `engine/graph`.
 */
export type { Advice } from './advice.ts'
export { lint } from './lint.ts'

/** Reading BPMN files. Terms: a *model* is what a file says, uninterpreted; see README.md. */
export type * from './model.ts'
export { parse } from './parse.ts'

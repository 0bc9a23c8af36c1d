/** The door of the running engine. Node only. See README.md for its terms. */
export { createEngine } from './create-engine.ts'
export type * from './engine.ts'
export type { EngineOptions, Fault } from './engine-options.ts'
export { WorkerParser } from './parsing/worker-parser.ts'

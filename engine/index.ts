/**
 * The engine's pure door: what runs in the server and in the browser alike. The server's running engine has its own
 * door, `engine/runtime/index.ts`.
 */

export type { JsonValue, Variables } from './json.ts'
export type { Key } from './key.ts'
export type { Handler, HandlerContext, Handlers, OutsideContext } from './ports/handlers.ts'
export { defineHandlers, outside, Refuse, transactional } from './ports/handlers.ts'
export type { Problem } from './problem.ts'
export type { Result } from './result.ts'
export { fail, ok } from './result.ts'

/**
 * What the web app and the server agree on: zod schemas and the types inferred from them, one file per resource.
 * Keys and record ids are decimal strings, times ISO 8601 in UTC, money and quantities exact decimal text.
 */

export * from './auth.ts'
export * from './calendars.ts'
export * from './conditions.ts'
export * from './deployments.ts'
export * from './health.ts'
export * from './inbox.ts'
export * from './instances.ts'
export * from './live.ts'
export * from './lookup.ts'
export * from './me.ts'
export * from './offers.ts'
export * from './operations.ts'
export * from './people.ts'
export * from './primitives.ts'
export * from './problem.ts'
export * from './processes.ts'
export * from './records.ts'
export * from './setup.ts'
export * from './subject.ts'
export * from './tasks.ts'

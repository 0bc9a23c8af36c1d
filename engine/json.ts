/** What a process variable can hold. Objects have no prototype, so no name is special. */
export type JsonValue = string | number | boolean | null | readonly JsonValue[] | { readonly [name: string]: JsonValue }

/** Variables of one scope by name; created by `noVariables`, never with a prototype. */
export type Variables = { [name: string]: JsonValue }

export const noVariables = (): Variables => Object.create(null) as Variables // the type cannot say "no prototype"

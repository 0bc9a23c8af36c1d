import { isDeepStrictEqual } from 'node:util'
import { runInNewContext } from 'node:vm'
import type { JsonValue } from '../../engine/json.ts'

const LIMIT_MS = 1_000

type Variables = Readonly<Record<string, JsonValue>>

/** Runs the portable form of a script: names are variables, assignments set them. What it changed is returned. */
export function runScript(js: string, variables: Variables): Variables {
  const context: Record<string, unknown> = structuredClone({ ...variables })
  runInNewContext(js, context, { timeout: LIMIT_MS })
  // Numbers, texts, lists and objects: a script of a pack makes nothing else.
  const after = JSON.parse(JSON.stringify(context)) as Variables
  return Object.fromEntries(
    Object.entries(after).filter(([name, value]) => !isDeepStrictEqual(value, variables[name])),
  )
}

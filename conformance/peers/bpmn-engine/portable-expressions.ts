import { runInNewContext } from 'node:vm'
import type { JsonValue } from '../../../engine/json.ts'
import type { Case } from '../../pack/pack.ts'

export type PeerVariables = Record<string, JsonValue>

const LIMIT_MS = 1_000

/** The case's expressions in JavaScript, by their text; a text that is none of them means itself. */
export function portableExpressions(of: Case, variables: PeerVariables) {
  const known = new Map(
    (of.expressions ?? []).flatMap(({ text, portable }) =>
      portable?.js === undefined ? [] : [[text.trim(), portable.js] as const],
    ),
  )
  return {
    resolveExpression: (text: string): unknown => {
      const js = known.get(String(text).trim()) ?? /^[$#]\{(.+)\}$/.exec(String(text).trim())?.[1]
      return js === undefined ? text : runInNewContext(js, { ...variables }, { timeout: LIMIT_MS })
    },
    isExpression: (text: string): boolean => known.has(String(text).trim()) || /^\$\{/.test(String(text)),
    hasExpression: (text: string): boolean => known.has(String(text).trim()) || /\$\{/.test(String(text)),
  }
}

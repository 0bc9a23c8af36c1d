import { isDeepStrictEqual } from 'node:util'
import type { JsonValue } from '../../engine/json.ts'
import type { Observed, Variables } from './contender.ts'

/** `x`: on the instance; `@task`: seen by that waiting task; `@task!`: exactly these; `dataObject:x`. */
export function checkVariables(expected: Variables, seen: Observed): string[] {
  return Object.entries(expected).flatMap(([name, value]) => {
    if (name.startsWith('@')) return checkTask(name.slice(1), value, seen)
    if (name.startsWith('dataObject:')) return same(name, value, seen.dataObjects[name.slice(11)])
    return same(name, value, seen.variables[name])
  })
}

function checkTask(name: string, expected: JsonValue, { taskVariables }: Observed): string[] {
  const exactly = name.endsWith('!')
  const task = exactly ? name.slice(0, -1) : name
  const visible = taskVariables.filter((one) => one.task === task)
  if (visible.length === 0) return [`expected ${task} to wait and to see variables, but it does not wait`]
  const looked = visible.map(({ variables, given }) => (exactly ? given : variables))
  const agrees = (variables: Variables) =>
    exactly ? isDeepStrictEqual(plain({ ...variables }), expected) : contains(variables, expected)
  if (looked.some(agrees)) return []
  const got = looked.map((variables) => JSON.stringify(variables)).join(' or ')
  return [`${task} should see ${exactly ? 'exactly ' : ''}${JSON.stringify(expected)}, it sees ${got}`]
}

const contains = (variables: Variables, expected: JsonValue): boolean =>
  Object.entries(expected as Variables).every(([name, value]) =>
    isDeepStrictEqual(plain(variables[name]), value),
  )

const same = (name: string, expected: JsonValue, got: JsonValue | undefined): string[] =>
  isDeepStrictEqual(plain(got), expected)
    ? []
    : [`variable ${name}: expected ${JSON.stringify(expected)}, got ${JSON.stringify(got)}`]

/** The engine's contexts have no prototype of their own; compared is what they hold. */
const plain = (value: JsonValue | undefined): unknown =>
  value === undefined ? undefined : JSON.parse(JSON.stringify(value))

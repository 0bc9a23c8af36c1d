import { isDeepStrictEqual } from 'node:util'
import type { Expectation, ExpectedError } from '../pack/pack.ts'
import { checkVariables } from './check-variables.ts'
import type { Counts, Observed, ObservedError, StepFailure } from './contender.ts'

type Check<K extends keyof Expectation> = (
  expected: NonNullable<Expectation[K]>,
  seen: Observed,
  step: Expectation,
) => string[]

/** One check for every key an expectation may have; a key without one does not compile. */
const checks: { readonly [K in Exclude<keyof Expectation, 'op' | 'error'>]-?: Check<K> } = {
  tasks: (expected, { tasks }) => sameMultiset('waiting activities', expected, tasks),
  events: (expected, { events }) => included('waiting events', expected, events),
  enabled: (expected, { enabled }) =>
    sameMultiset('startable activities', expected, [...enabled.values()].flat()),
  ended: (expected, { ended }) =>
    expected === ended ? [] : [`expected all instances ${expected ? '' : 'not '}to have ended`],
  completed: (expected, { completed }) => sameCounts('completions', expected, completed),
  entered: (expected, { entered }) => sameCounts('activations', expected, entered),
  notEntered: (expected, { entered }) =>
    expected.filter((id) => entered.get(id)).map((id) => `${id} was activated, expected never`),
  notWaiting: (expected, { tasks, events }) =>
    expected.filter((id) => [...tasks, ...events].includes(id)).map((id) => `${id} waits, expected not`),
  tokensAt: (expected, { held, tasks, events }) =>
    included('tokens', expected, [...held, ...tasks, ...events]),
  order: (expected, { completions }) => inOrder(expected, completions),
  completedSum: (expected, { completed }) => checkSum(expected, completed),
  variables: checkVariables,
  trace: (expected, { trace }, { traceIgnore = [] }) =>
    sameMultiset(
      'trace',
      expected,
      trace.filter((token) => !traceIgnore.includes(token)),
    ),
  traceIgnore: () => [],
}

/**
 * Everything the step expects and does not find, in sentences. An error that is there and not expected is named too: it
 * is the likely cause of the rest.
 */
export function checkExpectation(step: Expectation, seen: Observed, failure: StepFailure | null): string[] {
  const reasons = (Object.keys(checks) as (keyof typeof checks)[]).flatMap((key) => {
    const expected = step[key]
    // The check of this key takes what this key holds; TypeScript can't correlate the two.
    return expected === undefined ? [] : (checks[key] as Check<typeof key>)(expected as never, seen, step)
  })
  if (step.error) return [...reasons, ...checkError(step.error, seen.errors, failure)]
  return reasons.length === 0 ? [] : [...reasons, ...seen.errors.map(({ message }) => `there is: ${message}`)]
}

function checkError(
  expected: ExpectedError,
  errors: readonly ObservedError[],
  failure: StepFailure | null,
): string[] {
  if (failure && (expected.kind === 'any' || expected.kind === 'runtime')) return []
  if (errors.some((error) => isOf(error, expected))) return []
  const got = [
    ...errors.map(({ kind, element }) => `${kind} at ${element}`),
    ...(failure ? [failure.message] : []),
  ]
  return [`expected the error ${JSON.stringify(expected)}, got ${got.join('; ') || 'none'}`]
}

const isOf = (error: ObservedError, { kind, element, code }: ExpectedError): boolean =>
  (kind === error.kind || kind === 'any' || kind === 'runtime') &&
  (element === undefined || error.element === element) &&
  (code === undefined || error.code === code)

const sorted = (ids: readonly string[]): string[] => [...ids].sort()

const sameMultiset = (what: string, expected: readonly string[], got: readonly string[]): string[] =>
  isDeepStrictEqual(sorted(expected), sorted(got))
    ? []
    : [`${what}: expected [${sorted(expected).join(', ')}], got [${sorted(got).join(', ')}]`]

const countOf = (ids: readonly string[], id: string): number => ids.filter((one) => one === id).length

const included = (what: string, expected: readonly string[], got: readonly string[]): string[] =>
  [...new Set(expected)]
    .filter((id) => countOf(got, id) < countOf(expected, id))
    .map((id) => `${what}: expected ${countOf(expected, id)} at ${id}, got ${countOf(got, id)}`)

const sameCounts = (what: string, expected: Readonly<Record<string, number>>, got: Counts): string[] =>
  Object.entries(expected)
    .filter(([id, count]) => (got.get(id) ?? 0) !== count)
    .map(([id, count]) => `${what} of ${id}: expected ${count}, got ${got.get(id) ?? 0}`)

/** Each is found after the one before it; others may stand between. */
function inOrder(expected: readonly string[], completions: readonly string[]): string[] {
  let from = 0
  for (const id of expected) {
    const at = completions.indexOf(id, from)
    if (at < 0)
      return [
        `expected the completions in this order: ${expected.join(', ')}; got: ${completions.join(', ')}`,
      ]
    from = at + 1
  }
  return []
}

/** A set of ids, as a list or as keys, and the number their completions add up to. */
function checkSum(expected: Readonly<Record<string, unknown>>, completed: Counts): string[] {
  const ids = Object.values(expected).find(Array.isArray) as readonly string[] | undefined
  const sum = Object.values(expected).find((value) => typeof value === 'number')
  if (!ids || sum === undefined)
    return [`completedSum: expected a list of ids and a number, got ${JSON.stringify(expected)}`]
  const got = ids.reduce((total, id) => total + (completed.get(id) ?? 0), 0)
  return got === sum ? [] : [`completions of ${ids.join(' + ')}: expected ${sum}, got ${got}`]
}

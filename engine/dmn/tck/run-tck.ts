import type { Decision, DecisionModel } from '../decision-model.ts'
import { parseDecisions } from '../parse-decisions.ts'
import { readTckCases, type TckCase } from './tck-cases.ts'
import { feelValueOf, isExpected } from './tck-values.ts'

/** One file of cases with the model it is about and the models that this one imports. */
export interface TckSuite {
  readonly name: string
  readonly model: string
  readonly imports: readonly string[]
  readonly cases: string
}

export interface TckScore {
  readonly total: number
  readonly passed: number
  readonly failures: readonly string[]
}

const CONTEXT = { now: Date.UTC(2026, 0, 15, 12), zone: 'UTC' }

/** Runs a suite; a case passes when all its results are the expected ones. */
export async function runTckSuite(suite: TckSuite): Promise<TckScore> {
  const cases = await readTckCases(suite.cases)
  const parsed = await parseDecisions(suite.model, suite.imports)
  if (!parsed.ok) {
    const cause = `${suite.name}: ${parsed.error[0]?.message ?? ''}`
    return { total: cases.length, passed: 0, failures: cases.map((item) => `${cause} (${item.id})`) }
  }
  const failures = cases.flatMap((item) => failuresOf(suite.name, parsed.value, item))
  return {
    total: cases.length,
    passed: cases.length - new Set(failures.map(({ id }) => id)).size,
    failures: failures.map(({ text }) => text),
  }
}

function failuresOf(suite: string, model: DecisionModel, item: TckCase): { id: string; text: string }[] {
  const inputs = new Map([...item.inputs].map(([name, value]) => [name, feelValueOf(value)]))
  return item.expectations.flatMap(({ decision, expected }) => {
    const text = differenceOf(targetOf(model, item, decision), inputs, feelValueOf(expected))
    return text === null ? [] : [{ id: item.id, text: `${suite} ${item.id} ${decision}: ${text}` }]
  })
}

const targetOf = (model: DecisionModel, item: TckCase, decision: string): Decision | undefined =>
  item.service === ''
    ? model.decisions.find(({ name }) => name === decision)
    : model.services.find(({ name }) => name === item.service)

function differenceOf(
  target: Decision | undefined,
  inputs: ReadonlyMap<string, ReturnType<typeof feelValueOf>>,
  expected: ReturnType<typeof feelValueOf>,
): string | null {
  if (target === undefined) return 'no such decision'
  const outcome = target.evaluate((name) => inputs.get(name), CONTEXT)
  // The kit has no failures: a decision that cannot be made is null there.
  const actual = outcome.ok ? outcome.value.output : null
  if (isExpected(actual, expected)) return null
  return `expected ${show(expected)}, got ${show(actual)}${outcome.ok ? '' : ` (${outcome.error.message})`}`
}

const show = (value: ReturnType<typeof feelValueOf>): string =>
  typeof value === 'object' &&
  value !== null &&
  Object.getPrototypeOf(value) !== null &&
  !Array.isArray(value)
    ? String(value)
    : JSON.stringify(value, (_key, part) => (typeof part === 'bigint' ? String(part) : part))

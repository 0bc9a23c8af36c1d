import { type Decision, type DecisionModel, readDecisions } from '../../engine/dmn/index.ts'
import type { FeelValue } from '../../engine/feel/index.ts'
import type { SuiteFolder } from './find-suites.ts'
import type { CaseOutcome } from './outcome.ts'
import { readSecondOpinion, type SecondOpinion } from './second-opinion.ts'
import { readTckCases, type TckCase, type TckCases } from './tck-cases.ts'
import { feelValueOf, isExpected, showValue } from './tck-values.ts'

const CONTEXT = { now: Date.UTC(2026, 0, 15, 12), zone: 'UTC' }

/** Runs all cases of a folder; a case passes when all its results are the expected ones. */
export async function runSuite(suite: SuiteFolder): Promise<CaseOutcome[]> {
  const outcomes: CaseOutcome[] = []
  for (const text of suite.cases.values()) outcomes.push(...(await runFile(suite, await readTckCases(text))))
  return outcomes
}

async function runFile(suite: SuiteFolder, { modelName, cases }: TckCases): Promise<CaseOutcome[]> {
  const main = mainModel(suite, modelName)
  const imports = [...suite.models.values()].filter((text) => text !== main)
  const read = await readDecisions(main, imports)
  const second = await readSecondOpinion(main)
  return cases.map((item) => ({
    folder: suite.name,
    level: suite.level,
    id: item.id,
    ...(read.ok ? judge(read.value.model, item) : refused(read.error[0]?.message ?? 'no cause was given')),
    second: second === null ? null : secondVerdict(second, item),
  }))
}

/** The file that the cases name, else the one with the folder's name, else the first. */
function mainModel({ name, models }: SuiteFolder, modelName: string): string {
  const model = models.get(modelName) ?? models.get(`${name}.dmn`) ?? [...models.values()][0]
  if (model === undefined) throw new Error(`expected a model in ${name}, got none`)
  return model
}

type Judgement = Pick<CaseOutcome, 'verdict' | 'cause'>

const refused = (cause: string): Judgement => ({ verdict: 'refused', cause })

function judge(model: DecisionModel, item: TckCase): Judgement {
  const inputs = inputsOf(item)
  for (const { decision, expected } of item.expectations) {
    const target = targetOf(model, item, decision)
    if (target === undefined)
      return { verdict: 'failed', cause: `${decision}: no such decision in the model` }
    const outcome = target.evaluate((name) => inputs.get(name), CONTEXT)
    // The kit has no failures: a decision that cannot be made is null there.
    const actual = outcome.ok ? outcome.value.output : null
    const wanted = feelValueOf(expected)
    if (isExpected(actual, wanted)) continue
    if (!outcome.ok && outcome.error.code === 'decision_refused') return refused(outcome.error.message)
    const reason = outcome.ok ? '' : ` (${outcome.error.message})`
    const cause = `${decision}: expected ${showValue(wanted)}, got ${showValue(actual)}${reason}`
    return { verdict: 'failed', cause }
  }
  return { verdict: 'passed', cause: '' }
}

const inputsOf = (item: TckCase): Map<string, FeelValue> =>
  new Map([...item.inputs].map(([name, value]) => [name, feelValueOf(value)]))

function targetOf(model: DecisionModel, item: TckCase, decision: string): Decision | undefined {
  const named = (invocables: readonly Decision[]): Decision | undefined =>
    invocables.find(({ name }) => name === item.invocable)
  switch (item.type) {
    case 'decisionService':
      return named(model.services)
    case 'bkm':
      return named(model.knowledge)
    default:
      return model.decisions.find(({ name }) => name === decision)
  }
}

function secondVerdict(second: SecondOpinion, item: TckCase): CaseOutcome['second'] {
  if (item.type !== 'decision') return null
  const inputs = inputsOf(item)
  let passed = true
  for (const { decision, expected } of item.expectations) {
    const answer = second(decision, inputs)
    if (answer === null) return null
    passed &&= isExpected(answer.value, feelValueOf(expected))
  }
  return passed ? 'passed' : 'failed'
}

import type { FeelContext } from '../../feel/index.ts'
import { type JsonValue, toJson } from '../../feel/index.ts'
import type { DecisionModel, DmnProblem } from '../decision-model.ts'
import { parseDecisions } from '../parse-decisions.ts'

const NAMESPACE = 'https://www.omg.org/spec/DMN/20191111/MODEL/'
const CONTEXT: FeelContext = { now: Date.UTC(2026, 0, 15, 12), zone: 'UTC' }

/** A DMN file with these elements. */
export const modelText = (elements: string, namespace = NAMESPACE): string =>
  `<?xml version="1.0" encoding="UTF-8"?>
<definitions xmlns="${namespace}" id="model" name="Model" namespace="urn:model">${elements}</definitions>`

/** A decision with this logic and these requirements (ids by kind). */
export function decisionText(
  id: string,
  logic: string,
  required: readonly (readonly [string, string])[] = [],
  typeRef = '',
): string {
  const requirements = required.map(([kind, target]) => {
    const tag = kind === 'requiredKnowledge' ? 'knowledgeRequirement' : 'informationRequirement'
    return `<${tag}><${kind} href="#${target}"/></${tag}>`
  })
  const type = typeRef === '' ? '' : ` typeRef="${typeRef}"`
  return `<decision id="${id}" name="${id}"><variable name="${id}"${type}/>${requirements.join('')}${logic}</decision>`
}

/** A decision table of one input `x`. Rules are pairs of an input entry and output entries. */
export function tableText(
  attributes: string,
  outputs: readonly string[],
  rules: readonly (readonly [string, ...string[]])[],
): string {
  const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
  const cell = (tag: string, text: string): string => `<${tag}><text>${escaped(text)}</text></${tag}>`
  const rows = rules.map(
    ([test, ...results], i) =>
      `<rule id="r${i}">${cell('inputEntry', test)}${results.map((result) => cell('outputEntry', result)).join('')}</rule>`,
  )
  return `<decisionTable ${attributes}><input id="in"><inputExpression><text>x</text></inputExpression></input>${outputs.join('')}${rows.join('')}</decisionTable>`
}

export const literalText = (text: string): string =>
  `<literalExpression><text>${text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</text></literalExpression>`

/** Parses elements that are expected to be right. */
export async function parseModel(elements: string): Promise<DecisionModel> {
  const parsed = await parseDecisions(modelText(elements))
  if (!parsed.ok) throw new Error(parsed.error[0]?.message)
  return parsed.value
}

/** Parses elements that are expected to be wrong. */
export async function problemsOf(elements: string): Promise<readonly DmnProblem[]> {
  const parsed = await parseDecisions(modelText(elements))
  return parsed.ok ? [] : parsed.error
}

/** Makes a decision; its output as JSON, or the code of its failure. */
export function decide(model: DecisionModel, id: string, variables: Record<string, unknown> = {}): JsonValue {
  const decision = [...model.decisions, ...model.services].find((candidate) => candidate.id === id)
  if (decision === undefined) throw new Error(`no decision ${id}`)
  const outcome = decision.evaluate(
    (name) => (Object.hasOwn(variables, name) ? variables[name] : undefined),
    CONTEXT,
  )
  return outcome.ok ? toJson(outcome.value.output) : outcome.error.code
}

export { CONTEXT }

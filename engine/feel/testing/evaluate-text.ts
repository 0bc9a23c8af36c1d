import {
  type CompileOptions,
  compileExpression,
  type FeelValue,
  type FeelWarning,
  type JsonValue,
  toJson,
} from '../index.ts'

/** Noon UTC on a Thursday. */
const TEST_NOW = Date.UTC(2026, 0, 15, 12)

/** Compiles and evaluates a text that is expected to work, and yields its JSON. */
export function evaluateText(
  text: string,
  variables: Record<string, unknown> = {},
  options: CompileOptions = {},
): JsonValue {
  return toJson(evaluateValue(text, variables, options))
}

function evaluateValue(
  text: string,
  variables: Record<string, unknown> = {},
  options: CompileOptions = {},
): FeelValue {
  const compiled = compileExpression(text, options)
  if (!compiled.ok) throw new Error(compiled.error.message)
  const outcome = compiled.value.evaluate((name) => own(variables, name), {
    now: TEST_NOW,
    zone: 'Europe/Paris',
  })
  if (!outcome.ok) throw new Error(`${outcome.error.code}: ${outcome.error.message}`)
  return outcome.value
}

/** The codes of the warnings of an evaluation. */
export function warningsOf(text: string, variables: Record<string, unknown> = {}): readonly string[] {
  const compiled = compileExpression(text)
  if (!compiled.ok) throw new Error(compiled.error.message)
  const warnings: FeelWarning[] = []
  compiled.value.evaluate((name) => own(variables, name), { now: TEST_NOW, zone: 'UTC', warnings })
  return warnings.map(({ code }) => code)
}

const own = (variables: Record<string, unknown>, name: string): unknown =>
  Object.hasOwn(variables, name) ? variables[name] : undefined

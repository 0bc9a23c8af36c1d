import type { EmbeddedTests, Machine } from '../../feel/embedding.ts'
import type { FeelValue, NameShape, VariableLookup } from '../../feel/index.ts'
import type { MatchedRule } from '../decision-model.ts'
import { DmnStop } from '../decision-stop.ts'
import type { LogicUnit } from '../logic/logic.ts'
import { type DmnElement, elementsOf, idOf, textOf } from '../read/element.ts'
import type { Outputs } from './outputs.ts'

export interface Rule {
  matches(machine: Machine, lookup: VariableLookup, inputs: readonly FeelValue[]): boolean
  outputs(machine: Machine, lookup: VariableLookup): readonly FeelValue[]
  report(values: readonly FeelValue[]): MatchedRule
}

/** A rule that matched, and its output values. */
export interface RuleHit {
  readonly rule: Rule
  readonly values: readonly FeelValue[]
}

export function readRules(
  table: DmnElement,
  inputCount: number,
  outputs: Outputs,
  shape: NameShape,
  unit: LogicUnit,
): readonly Rule[] {
  return elementsOf(table, 'rule').map((rule, index) => {
    const entries = elementsOf(rule, 'inputEntry')
    const results = elementsOf(rule, 'outputEntry')
    if (entries.length !== inputCount || results.length !== outputs.names.length) throw uneven(rule, index)
    const tests = entries.map((entry) => readTests(entry, shape, unit))
    const logics = results.map((entry) => unit.compile(entry, shape))
    return {
      matches: (machine, lookup, inputs) => matchesAll(tests, machine, lookup, inputs),
      outputs: (machine, lookup) => logics.map((logic) => logic(machine, lookup)),
      report: (values) => ({
        ruleIndex: index,
        ruleId: idOf(rule),
        outputs: Object.fromEntries(outputs.names.map((name, i) => [name, values[i] ?? null])),
      }),
    }
  })
}

function matchesAll(
  tests: readonly (EmbeddedTests | null)[],
  machine: Machine,
  lookup: VariableLookup,
  inputs: readonly FeelValue[],
): boolean {
  for (const [i, test] of tests.entries()) {
    if (test !== null && test.run(machine, lookup, inputs[i] ?? null) !== true) return false
  }
  return true
}

/** Null for an entry that admits everything. */
function readTests(entry: DmnElement, shape: NameShape, unit: LogicUnit): EmbeddedTests | null {
  const text = textOf(entry, 'text')
  return text === '' || text === '-' ? null : unit.tests(text, shape, entry)
}

const uneven = (rule: DmnElement, index: number): DmnStop =>
  new DmnStop(
    'dmn_table_invalid',
    idOf(rule),
    `Expected one entry per column in rule ${index + 1}, got another number; complete the rule.`,
  )

import { describeValue, type EmbeddedTests, type Machine } from '../../feel/embedding.ts'
import type { FeelValue, NameShape, VariableLookup } from '../../feel/index.ts'
import type { EvaluatedInput } from '../decision-model.ts'
import { DecisionStop } from '../decision-stop.ts'
import type { Logic, LogicCompiler, LogicUnit } from '../logic/logic.ts'
import { type DmnElement, elementOf, elementsOf, idOf, textOf } from '../read/element.ts'
import { adaptValue } from '../types/receive-value.ts'
import { readHitPolicy } from './hit-policy.ts'
import { readOutputs } from './outputs.ts'
import { type Rule, type RuleHit, readRules } from './rules.ts'

/** A decision table: inputs are evaluated once, rules are tried in order, the hit policy makes the result. */
export const compileDecisionTable: LogicCompiler = (element, shape, unit) => {
  const inputs = elementsOf(element, 'input').map((input) => readInput(input, shape, unit))
  const outputs = readOutputs(element, shape, unit)
  const rules = readRules(element, inputs.length, outputs, shape, unit)
  const policy = readHitPolicy(element, outputs)
  return (machine, lookup, trace) => {
    const seen = inputs.map((input) => input.evaluate(machine, lookup))
    if (trace !== undefined) trace.inputs = inputs.map((input, i) => input.report(seen[i] ?? null))
    const hits = findHits(rules, policy.stopsAtFirst, machine, lookup, seen)
    const { value, used } =
      hits.length === 0
        ? { value: outputs.defaults(machine, lookup), used: [] }
        : policy.choose(machine, hits)
    if (trace !== undefined) trace.matchedRules = used.map(({ rule, values }) => rule.report(values))
    return value
  }
}

function findHits(
  rules: readonly Rule[],
  onlyFirst: boolean,
  machine: Machine,
  lookup: VariableLookup,
  seen: readonly FeelValue[],
): RuleHit[] {
  const hits: RuleHit[] = []
  for (const rule of rules) {
    machine.spend(2)
    if (!rule.matches(machine, lookup, seen)) continue
    hits.push({ rule, values: rule.outputs(machine, lookup) })
    if (onlyFirst) return hits
  }
  return hits
}

interface Input {
  evaluate(machine: Machine, lookup: VariableLookup): FeelValue
  report(value: FeelValue): EvaluatedInput
}

function readInput(input: DmnElement, shape: NameShape, unit: LogicUnit): Input {
  const expression = elementOf(input, 'inputExpression')
  const logic: Logic = expression === undefined ? () => null : unit.compile(expression, shape)
  const type = unit.typeOf(textOf(expression, 'typeRef'))
  const name = textOf(input, 'label') || textOf(expression, 'text')
  const allowedText = textOf(elementOf(input, 'inputValues'), 'text')
  const allowed = allowedText === '' ? null : unit.tests(allowedText, shape, input)
  return {
    evaluate: (machine, lookup) => {
      const raw = logic(machine, lookup)
      const value = adaptValue(machine, raw, type) ?? raw
      if (allowed !== null) refuseForeign(allowed, machine, lookup, value, name)
      return value
    },
    report: (value) => ({ inputId: idOf(input), inputName: name, value }),
  }
}

/** Input values are a promise of the model; null stands for a missing value and is left to the rules. */
function refuseForeign(
  allowed: EmbeddedTests,
  machine: Machine,
  lookup: VariableLookup,
  value: FeelValue,
  name: string,
): void {
  if (value === null || allowed.run(machine, lookup, value) === true) return
  const message = `Expected one of the input values of "${name}", got ${describeValue(machine, value)}; correct the data or the table.`
  throw new DecisionStop('decision_value_not_allowed', message)
}

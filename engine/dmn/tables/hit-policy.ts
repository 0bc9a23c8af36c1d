import { equalValues, type Machine } from '../../feel/embedding.ts'
import type { FeelValue } from '../../feel/index.ts'
import { DecisionStop, DmnStop } from '../decision-stop.ts'
import { type DmnElement, idOf, textOf } from '../read/element.ts'
import { AGGREGATIONS } from './aggregation.ts'
import type { Outputs } from './outputs.ts'
import { sortByPriority } from './priority.ts'
import type { RuleHit } from './rules.ts'

/** The result of the matched rules, and which of them made it. */
interface Choice {
  readonly value: FeelValue
  readonly used: readonly RuleHit[]
}

export interface HitPolicy {
  /** True when later rules cannot change the result. */
  readonly stopsAtFirst: boolean
  /** Called with one hit at least, in the order of the rules. */
  choose(machine: Machine, hits: readonly RuleHit[]): Choice
}

/** The hit policy of a table; UNIQUE unless it names another. @throws DmnStop */
export function readHitPolicy(table: DmnElement, outputs: Outputs): HitPolicy {
  const one = (hit: RuleHit): Choice => ({ value: outputs.assemble(hit.values), used: [hit] })
  const all = (hits: readonly RuleHit[]): Choice => ({
    value: hits.map((hit) => outputs.assemble(hit.values)),
    used: hits,
  })
  const name = textOf(table, 'hitPolicy') || 'UNIQUE'
  switch (name) {
    case 'UNIQUE':
      return { stopsAtFirst: false, choose: (_machine, hits) => one(onlyHit(hits)) }
    case 'FIRST':
      return { stopsAtFirst: true, choose: (_machine, hits) => one(firstHit(hits)) }
    case 'ANY':
      return { stopsAtFirst: false, choose: (machine, hits) => one(agreedHit(machine, hits)) }
    case 'PRIORITY':
      return {
        stopsAtFirst: false,
        choose: (machine, hits) => one(firstHit(sortByPriority(machine, hits, outputs))),
      }
    case 'RULE ORDER':
      return { stopsAtFirst: false, choose: (_machine, hits) => all(hits) }
    case 'OUTPUT ORDER':
      return { stopsAtFirst: false, choose: (machine, hits) => all(sortByPriority(machine, hits, outputs)) }
    case 'COLLECT':
      return collect(table, outputs, all)
    default:
      throw new DmnStop(
        'dmn_table_invalid',
        idOf(table),
        `Expected a hit policy, got "${name}"; choose one of DMN's.`,
      )
  }
}

function collect(table: DmnElement, outputs: Outputs, all: (hits: readonly RuleHit[]) => Choice): HitPolicy {
  const name = textOf(table, 'aggregation')
  if (name === '') return { stopsAtFirst: false, choose: (_machine, hits) => all(hits) }
  const aggregate = AGGREGATIONS.get(name)
  if (aggregate === undefined || outputs.names.length !== 1) {
    const message = `Expected SUM, MIN, MAX or COUNT of a single output, got "${name}" of ${outputs.names.length}; change the table.`
    throw new DmnStop('dmn_table_invalid', idOf(table), message)
  }
  return {
    stopsAtFirst: false,
    choose: (machine, hits) => ({
      value: aggregate(
        machine,
        hits.map((hit) => hit.values[0] ?? null),
      ),
      used: hits,
    }),
  }
}

function firstHit(hits: readonly RuleHit[]): RuleHit {
  const first = hits[0]
  if (first === undefined) throw new Error('a hit policy was asked without hits')
  return first
}

function onlyHit(hits: readonly RuleHit[]): RuleHit {
  if (hits.length === 1) return firstHit(hits)
  const rules = hits.map(({ rule, values }) => rule.report(values).ruleIndex + 1).join(', ')
  const message = `Expected one matching rule (UNIQUE), got rules ${rules}; make the rules exclusive or change the hit policy.`
  throw new DecisionStop('decision_not_unique', message)
}

function agreedHit(machine: Machine, hits: readonly RuleHit[]): RuleHit {
  const first = firstHit(hits)
  if (hits.every((hit) => equalValues(machine, hit.values, first.values) === true)) return first
  const message = 'Expected equal outputs of all matching rules (ANY), got different ones; correct the rules.'
  throw new DecisionStop('decision_outputs_differ', message)
}

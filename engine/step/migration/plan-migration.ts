import type { GraphElement, ProcessGraph } from '../../graph/process-graph.ts'
import { fail, ok, type Result } from '../../result.ts'
import { awaitsData } from '../../state/awaits-data.ts'
import type { IndexPair } from '../../state/event.ts'
import type { CompensationRecord, ElementInstance, InstanceState } from '../../state/instance-state.ts'
import { arrivalAt } from '../gates.ts'
import { type Counterparts, counterparts, natureOf } from './counterparts.ts'
import { type Rebinding, rebindWaits } from './rebind-waits.ts'

export interface MigrationPlan extends Rebinding {
  readonly elements: readonly IndexPair[]
  readonly flows: readonly IndexPair[]
}

/** Why an instance can't go to the other version as it stands. */
export interface MigrationProblem {
  /** `migration_needs_mapping`: naming a counterpart may help; `migration_not_possible`: as it stands nothing does. */
  readonly code: 'migration_needs_mapping' | 'migration_not_possible' | 'element_not_found'
  readonly elementId: string
  readonly message: string
}

/**
 * What becomes of each active element, waiting token and open trigger in the other version, or every reason why that
 * can't be said. What is active must find an element of its kind in the same scope. [MG2]
 */
export function planMigration(
  state: InstanceState,
  from: ProcessGraph,
  to: ProcessGraph,
  mapping: ReadonlyMap<string, string>,
): Result<MigrationPlan, MigrationProblem[]> {
  const others = counterparts(from, to, mapping)
  const active = [...state.elements.values()]
  const problems = [
    ...unknownIds(others, mapping),
    ...active.flatMap((one) => listenersAsked(from, one)),
    ...active.flatMap((one) => misfits(others, one)),
    ...active.flatMap((one) => flowsOf(one).flatMap((flow) => strayTokens(others, flow))),
    ...active.flatMap((one) => recordsOf(one).flatMap((record) => strayRecord(others, record))),
  ]
  if (problems.length > 0) return fail(onePerElement(problems))
  const waits = rebindWaits(others, active)
  const elements = new Map(waits.elements)
  for (const one of active)
    for (const element of [one.element, ...gatesOf(one), ...recordsOf(one).map((record) => record.element)])
      elements.set(element, others.of(element)!)
  const flows = new Map(active.flatMap(flowsOf).map((flow) => [flow, others.ofFlow(flow)!]))
  return ok({ ...waits, elements: [...elements], flows: [...flows] })
}

const gatesOf = ({ extra }: ElementInstance): number[] => [...(extra?.gates.keys() ?? [])]

/** By which tokens wait at joins, or came to a complex gateway that waits for the others. */
const flowsOf = ({ held, extra }: ElementInstance): number[] => [
  ...(held?.keys() ?? []),
  ...[...(extra?.gates.values() ?? [])].flat(),
]

/** Everything completed that may still be undone, inside out. */
const recordsOf = ({ extra }: ElementInstance): CompensationRecord[] =>
  [...(extra?.compensations ?? []), ...(extra?.undoing ?? []).map(({ record }) => record)].flatMap(withInner)

const withInner = (record: CompensationRecord): CompensationRecord[] => [
  record,
  ...record.inner.flatMap(withInner),
]

/** What they hold up belongs to this version. [EL6] */
function listenersAsked({ elements }: ProcessGraph, { element, extra }: ElementInstance): MigrationProblem[] {
  if (!extra?.listening && extra?.mode !== 'terminating') return []
  const { id } = elements[element]!
  const message = `listeners of '${id}' or of what is in it are being asked: wait until they are done`
  return [{ code: 'migration_not_possible', elementId: id, message }]
}

function unknownIds({ from, to }: Counterparts, mapping: ReadonlyMap<string, string>): MigrationProblem[] {
  const problems: MigrationProblem[] = []
  for (const [source, target] of mapping) {
    if (!hasId(from, source)) problems.push(unknown(source, 'is not in the version the instance has'))
    if (!hasId(to, target)) problems.push(unknown(target, 'is not in the version to migrate to'))
  }
  return problems
}

const hasId = ({ indexOf, flows }: ProcessGraph, id: string): boolean =>
  indexOf.has(id) || flows.some((flow) => flow.id === id)

const unknown = (elementId: string, where: string): MigrationProblem => ({
  code: 'element_not_found',
  elementId,
  message: `'${elementId}' in the mapping ${where}: correct its id`,
})

function misfits(others: Counterparts, instance: ElementInstance): MigrationProblem[] {
  const { element, scope } = instance
  if (scope === 0) return []
  const source = others.from.elements[element]!
  const index = others.of(element)
  if (index === undefined) return [lacking(others, source)]
  const target = others.to.elements[index]!
  if (natureOf(source) !== natureOf(target))
    return [
      impossible(
        source,
        `is a ${natureOf(source)}, but '${target.id}' is a ${natureOf(target)}: name one of its kind`,
      ),
    ]
  if (awaitsData(source, instance) && target.availability === null)
    return [impossible(source, `waits for its data, and '${target.id}' needs none to begin`)]
  if (target.parent === others.of(source.parent)) return []
  const [before, after] = [others.from.elements[source.parent]!, others.to.elements[target.parent]!]
  return [
    impossible(
      source,
      `lies in '${before.id}', but '${target.id}' in '${after.id}': an active element keeps its scope`,
    ),
  ]
}

function lacking({ to }: Counterparts, source: GraphElement, what = 'is active'): MigrationProblem {
  const message = `'${source.id}' ${what} and has no counterpart`
  const elementId = source.id
  if (to.elements.some((element) => natureOf(element) === natureOf(source)))
    return { code: 'migration_needs_mapping', elementId, message: `${message}: name one` }
  const { code } = impossible(source, '')
  return { code, elementId, message: `${message}, nor is there any ${natureOf(source)} to name` }
}

function strayTokens(others: Counterparts, index: number): MigrationProblem[] {
  const flow = others.from.flows[index]!
  const gateway = others.from.elements[flow.target]!
  const to = others.of(flow.target)
  if (to === undefined) return [lacking(others, gateway)]
  if (natureOf(gateway) !== natureOf(others.to.elements[to]!) || !joinsAlike(others, gateway, to))
    return [impossible(gateway, 'holds tokens and would become another kind of element')]
  if (others.to.elements[to]!.parent !== others.of(gateway.parent))
    return [impossible(gateway, 'holds tokens and would change its scope')]
  if (others.ofFlow(index) !== undefined) return []
  return [
    {
      code: 'migration_needs_mapping',
      elementId: flow.id,
      message: `a token waits at '${gateway.id}' that came by '${flow.id}': name the flow by which it would have come`,
    },
  ]
}

/** A token that waits must have something to wait for. */
const joinsAlike = ({ to }: Counterparts, gateway: GraphElement, index: number): boolean =>
  arrivalAt(gateway) === arrivalAt(to.elements[index]!)

/** It would have to be undone by what the other version has for that. */
function strayRecord(others: Counterparts, { element }: CompensationRecord): MigrationProblem[] {
  const source = others.from.elements[element]!
  const to = others.of(element)
  if (to === undefined) return [lacking(others, source, 'may still be undone')]
  const target = others.to.elements[to]!
  const alike =
    natureOf(source) === natureOf(target) &&
    target.parent === others.of(source.parent) &&
    target.compensatedBy < 0 === source.compensatedBy < 0
  return alike ? [] : [impossible(source, `may still be undone, and '${target.id}' is undone in another way`)]
}

const impossible = ({ id }: GraphElement, what: string): MigrationProblem => ({
  code: 'migration_not_possible',
  elementId: id,
  message: `'${id}' ${what}`,
})

/** A hundred items of a multi-instance have one problem. */
function onePerElement(problems: readonly MigrationProblem[]): MigrationProblem[] {
  return [
    ...new Map(problems.map((problem) => [`${problem.elementId} ${problem.message}`, problem])).values(),
  ]
}

import type { VariableLookup } from '../feel/index.ts'
import type { ElementOf, GraphElement } from '../graph/process-graph.ts'
import type { ElementInstance } from '../state/instance-state.ts'
import type { Execution } from './execution.ts'
import { lookupFrom } from './variables.ts'

type Complex = ElementOf<'complexGateway'>

/** What is done when a token comes to an element: it passes, or is held. */
export type Arrival = 'passes' | 'parallel' | 'quantity' | 'inclusive' | 'complex'

/** A gateway with one incoming flow, and every other element that one token is enough for, is passed. */
export function arrivalAt(element: GraphElement): Arrival {
  if (element.startQuantity > 1) return 'quantity'
  if (element.incoming.length < 2) return 'passes'
  switch (element.type) {
    case 'parallelGateway':
      return 'parallel'
    case 'inclusiveGateway':
      return 'inclusive'
    case 'complexGateway':
      return element.activationCondition ? 'complex' : 'inclusive'
    default:
      return 'passes'
  }
}

/**
 * Uses up what a held token completes; true when the element is to be activated now.
 * A parallel gateway takes one token of each flow [PG1] [PG2], an activity its start quantity [TQ1], a complex gateway goes on as
 * soon as its activation condition holds [CG1]. An inclusive one is looked at when all tokens rest (openings).
 */
export function joins(
  x: Execution,
  element: GraphElement,
  arrival: Exclude<Arrival, 'passes'>,
  scope: ElementInstance,
): boolean {
  switch (arrival) {
    case 'parallel':
      return use(x, scope, everyFlow(element, scope))
    case 'quantity':
      return use(x, scope, enough(element, scope))
    case 'complex':
      return element.type === 'complexGateway' && activates(x, element, scope)
    case 'inclusive':
      return false
  }
}

export function use(x: Execution, { key }: ElementInstance, flows: readonly number[] | null): boolean {
  if (!flows) return false
  x.emit({ type: 'tokensJoined', scope: key, flows })
  return true
}

const everyFlow = ({ incoming }: GraphElement, { held }: ElementInstance): readonly number[] | null =>
  incoming.every((flow) => held?.get(flow)) ? incoming : null

function enough({ incoming, startQuantity }: GraphElement, { held }: ElementInstance): number[] | null {
  const tokens = incoming.flatMap((flow) => new Array<number>(held?.get(flow) ?? 0).fill(flow))
  return tokens.length < startQuantity ? null : tokens.slice(0, startQuantity)
}

/** While it waits for its reset, tokens only come to be used then. */
export function activates(x: Execution, gateway: Complex, scope: ElementInstance): boolean {
  if (scope.extra?.gates.has(gateway.index)) return false
  if (!activationHolds(x, gateway, scope)) return false
  const used = filled(gateway, scope)
  const others = gateway.incoming.filter((flow) => !used.includes(flow))
  use(x, scope, used)
  if (others.length > 0) x.emit({ type: 'gateOpened', scope: scope.key, element: gateway.index, flows: used })
  return true
}

/** `activationCount`: tokens at its incoming flows. What is not true does not hold. (OMG BPMN 2.0.2, table 10.126) */
function activationHolds(x: Execution, gateway: Complex, scope: ElementInstance): boolean {
  const tokens = gateway.incoming.reduce((sum, flow) => sum + (scope.held?.get(flow) ?? 0), 0)
  const around = lookupFrom(x, scope)
  const lookup: VariableLookup = (name) => (name === 'activationCount' ? tokens : around(name))
  const value = gateway.activationCondition!.evaluate(lookup, x.context)
  return value.ok && value.value === true
}

/** Its incoming flows that have a token. */
export const filled = ({ incoming }: GraphElement, { held }: ElementInstance): number[] =>
  incoming.filter((flow) => held?.get(flow))

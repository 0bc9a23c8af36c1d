import type { VariableLookup } from '../feel/index.ts'
import type { ElementOf, GraphElement } from '../graph/process-graph.ts'
import { childrenOf } from '../state/children.ts'
import type { ElementInstance } from '../state/instance-state.ts'
import type { Execution } from './execution.ts'
import { reaching } from './reachability.ts'
import { lookupFrom } from './variables.ts'

type Complex = ElementOf<'complexGateway'>

/** A gateway that goes on now, in its scope. `isReset`: a complex one that had gone on before. */
export interface Opening {
  readonly gateway: GraphElement
  readonly scope: ElementInstance
  readonly isReset: boolean
}

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
 * soon as its activation condition holds [CG1]. An inclusive one is looked at when all tokens rest.
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

function use(x: Execution, { key }: ElementInstance, flows: readonly number[] | null): boolean {
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
function activates(x: Execution, gateway: Complex, scope: ElementInstance): boolean {
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

/**
 * Of the gateways that hold tokens or wait for their reset, the first that goes on now that all tokens rest. [IG1] [CG2]
 * Where no token came or went since they were last looked at none can.
 */
export function nextOpening(x: Execution): Opening | undefined {
  for (const key of x.stirred) {
    const scope = x.state.elements.get(key)
    const opening = scope && openingIn(x, scope)
    if (opening) return opening
    x.stirred.delete(key)
  }
  return undefined
}

function openingIn(x: Execution, scope: ElementInstance): Opening | undefined {
  if (!scope.held && !scope.extra?.gates.size) return undefined
  for (const gateway of waitingGates(x, scope)) {
    const isReset = scope.extra?.gates.has(gateway.index) ?? false
    const used = isReset ? scope.extra!.gates.get(gateway.index)! : []
    if (opens(x, gateway, scope, used)) {
      leaveWaiting(x, gateway, scope, used, isReset)
      return { gateway, scope, isReset }
    }
  }
  return undefined
}

function waitingGates(x: Execution, scope: ElementInstance): GraphElement[] {
  const holding = [...(scope.held?.keys() ?? [])].map((flow) => x.graph.flows[flow]!.target)
  const resetting = [...(scope.extra?.gates.keys() ?? [])]
  return [...new Set([...resetting, ...holding])]
    .map((index) => x.graph.elements[index]!)
    .filter((gateway) => resetting.includes(gateway.index) || arrivalAt(gateway) === 'inclusive')
}

/**
 * Whether no token can come any more by a flow that has none, unless it could as well come by one that has: then it is not
 * waited for. `used`: flows that a complex gateway does not wait for again. [IG1] (OMG BPMN 2.0.2, 13.4.3, 13.4.5)
 */
function opens(
  x: Execution,
  gateway: GraphElement,
  scope: ElementInstance,
  used: readonly number[],
): boolean {
  const waitedFor = gateway.incoming.filter((flow) => !used.includes(flow))
  const full = waitedFor.filter((flow) => scope.held?.get(flow))
  if (used.length === 0 && full.length === 0) return false
  const empty = waitedFor.filter((flow) => !scope.held?.get(flow))
  if (empty.length === 0) return true
  const from = reaching(x.graph, gateway)
  const reaches = (flows: readonly number[], position: number) =>
    flows.some((flow) => from.get(flow)!.has(position))
  return !positions(x, scope, gateway.index).some(
    (position) => reaches(empty, position) && !reaches(full, position),
  )
}

/** Elements of the scope where tokens are: active ones, and those they are held before. */
function positions(x: Execution, scope: ElementInstance, gateway: number): number[] {
  const found = new Set<number>()
  for (const { element } of childrenOf(x.state, scope.key)) found.add(element)
  for (const flow of scope.held?.keys() ?? []) found.add(x.graph.flows[flow]!.target)
  found.delete(gateway)
  return [...found]
}

function leaveWaiting(
  x: Execution,
  gateway: GraphElement,
  scope: ElementInstance,
  used: readonly number[],
  isReset: boolean,
): void {
  const flows = filled(gateway, scope).filter((flow) => !used.includes(flow))
  if (flows.length > 0) use(x, scope, flows)
  if (isReset) x.emit({ type: 'gateReset', scope: scope.key, element: gateway.index })
}

const filled = ({ incoming }: GraphElement, { held }: ElementInstance): number[] =>
  incoming.filter((flow) => held?.get(flow))

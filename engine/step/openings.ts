import { partsOf } from '../graph/parts-of.ts'
import type { GraphElement } from '../graph/process-graph.ts'
import { childrenOf } from '../state/children.ts'
import type { ElementInstance } from '../state/instance-state.ts'
import type { Execution } from './execution.ts'
import { activates, arrivalAt, filled, use } from './gates.ts'
import { reaching } from './reachability.ts'

/** A gateway that goes on now, in its scope. `waitingForStart`: of a complex one, false when it resets. */
export interface Opening {
  readonly gateway: GraphElement
  readonly scope: ElementInstance
  readonly waitingForStart: boolean | null
}

/**
 * Of the gateways that hold tokens or wait for their reset, the first that goes on now that all tokens rest. [IG1] [CG1] [CG2]
 * Where no token came or went since they were last looked at none can, unless an activation condition sees other variables.
 */
export function nextOpening(x: Execution): Opening | undefined {
  if (x.graph.hasActivations && x.activationsStale) stirHolding(x)
  for (const key of x.stirred) {
    const scope = x.state.elements.get(key)
    const opening = scope && openingIn(x, scope)
    if (opening) return opening
    x.stirred.delete(key)
  }
  return undefined
}

function stirHolding(x: Execution): void {
  x.activationsStale = false
  for (const { key, held } of x.state.elements.values()) if (held) x.stirred.add(key)
}

function openingIn(x: Execution, scope: ElementInstance): Opening | undefined {
  if (!scope.held && !scope.extra?.gates.size) return undefined
  for (const gateway of waitingGates(x, scope)) {
    const starts = opens(x, gateway, scope)
    if (starts !== undefined) return { gateway, scope, waitingForStart: starts }
  }
  return undefined
}

/** `waitingForStart` of the gateway if it goes on now. */
function opens(x: Execution, gateway: GraphElement, scope: ElementInstance): boolean | null | undefined {
  const used = scope.extra?.gates.get(gateway.index)
  if (used === undefined && gateway.type === 'complexGateway' && gateway.activationCondition)
    return activates(x, gateway, scope) ? true : undefined
  if (!isComplete(x, gateway, scope, used ?? [])) return undefined
  leaveWaiting(x, gateway, scope, used)
  return used ? false : null
}

function waitingGates(x: Execution, scope: ElementInstance): GraphElement[] {
  const holding = [...(scope.held?.keys() ?? [])].map((flow) => x.graph.flows[flow]!.target)
  const resetting = [...(scope.extra?.gates.keys() ?? [])]
  return [...new Set([...resetting, ...holding])]
    .map((index) => x.graph.elements[index]!)
    .filter((gateway) => resetting.includes(gateway.index) || waitsForOthers(gateway))
}

/**
 * Whether no token can come any more by a flow that has none, unless it could as well come by one that has: then it is not
 * waited for. `used`: flows that a complex gateway does not wait for again. [IG1] (OMG BPMN 2.0.2, 13.4.3, 13.4.5)
 */
function isComplete(
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

/**
 * Elements of the scope where tokens are, active ones and those they are held before, and the boundary events from which
 * more may come beside the activity's own.
 */
function positions(x: Execution, scope: ElementInstance, gateway: number): number[] {
  const found = new Set<number>()
  for (const child of childrenOf(x.state, scope.key)) {
    found.add(child.element)
    for (const event of adding(x, child)) found.add(event)
  }
  for (const flow of scope.held?.keys() ?? []) found.add(x.graph.flows[flow]!.target)
  found.delete(gateway)
  return [...found]
}

/** Boundary events that do not interrupt and may still happen: a timer that has fired does not. */
function adding(x: Execution, activity: ElementInstance): readonly number[] {
  return x.element(activity).boundaryEvents.filter((index) => {
    const event = x.graph.elements[index]!
    if (event.type !== 'boundaryEvent' || event.interrupting) return false
    const waits = activity.waits.some(({ element }) => element === index)
    return waits || partsOf(event.trigger).some(({ kind }) => kind === 'escalation')
  })
}

function leaveWaiting(
  x: Execution,
  gateway: GraphElement,
  scope: ElementInstance,
  used: readonly number[] | undefined,
): void {
  const flows = filled(gateway, scope).filter((flow) => !used?.includes(flow))
  if (flows.length > 0) use(x, scope, flows)
  if (used) x.emit({ type: 'gateReset', scope: scope.key, element: gateway.index })
}

const waitsForOthers = (gateway: GraphElement): boolean =>
  ['inclusive', 'complex'].includes(arrivalAt(gateway))

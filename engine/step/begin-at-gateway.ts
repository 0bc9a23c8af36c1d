import type { ElementOf, GraphElement } from '../graph/process-graph.ts'
import type { Variables } from '../json.ts'
import type { Execution } from './execution.ts'
import { raise } from './incident.ts'
import { openWaits } from './triggers.ts'
import { setLocal } from './variables.ts'

type Gateway = ElementOf<'eventBasedGateway'>

/** The event has begun the instance by way of an event-based gateway before it. */
export const beginsAfterGateway = (x: Execution, event: GraphElement): boolean =>
  gatewayBefore(x, event) !== undefined

/** The gateway is passed by this event; one that needs all of its events waits for the others. [EG2] */
export function beginAtGateway(x: Execution, event: GraphElement, brought: Variables): void {
  const gateway = gatewayBefore(x, event)!
  const scope = x.state.key
  const key = x.context.nextKey()
  x.emit({ type: 'elementActivated', key, element: gateway.index, scope, loopCounter: 0 })
  if (gateway.parallel) {
    // Keys of the other messages may be computed from it.
    setLocal(x, key, brought)
    waitForOthers(x, key, gateway, event)
  }
  if (x.instance(key).waits.length === 0 && !x.instance(key).incident)
    x.emit({ type: 'elementCompleted', key })
  const flow = event.incoming.find((one) => x.graph.flows[one]!.source === gateway.index)!
  x.emit({ type: 'sequenceFlowTaken', flow, scope })
  x.plan({ do: 'activate', element: event.index, scope, variables: brought, loopCounter: 0 })
}

function waitForOthers(x: Execution, key: number, { events }: Gateway, event: GraphElement): void {
  const others = events.filter((index) => index !== event.index)
  try {
    openWaits(
      x,
      x.instance(key),
      others.map((index) => x.graph.elements[index]!),
    )
  } catch (error) {
    raise(x, x.instance(key), 'armed', error)
  }
}

export function gatewayBefore(x: Execution, event: GraphElement): Gateway | undefined {
  for (const flow of event.incoming) {
    const source = x.graph.elements[x.graph.flows[flow]!.source]!
    if (source.type === 'eventBasedGateway' && source.instantiate) return source
  }
  return undefined
}

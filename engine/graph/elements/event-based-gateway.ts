import type { FlowNode } from '../../model/model.ts'
import type { Compiling, ElementCompiler, Place } from '../compiling.ts'

/** Waits for the events that follow it; the first one, or all of them, decide how it goes on. */
export const compileEventBasedGateway: ElementCompiler = ({ node, index, parent }, at) => {
  const events = at.outgoing(index).map((target) => at.places[target - 1]!)
  if (events.length === 0) at.report(noEvents(node))
  for (const event of events) if (!isWaitedFor(event)) at.report(notAnEvent(node, event))
  for (const event of events)
    for (const flow of otherFlows(node, event, at)) at.report(otherWay(flow, event.node.id))
  const instantiate = node.instantiate && !at.targets.has(node.id)
  if (node.instantiate && (parent !== 0 || at.targets.has(node.id))) at.report(cantBegin(node))
  if (node.parallelEvents && !node.instantiate) at.report(parallelInside(node))
  return {
    type: 'eventBasedGateway',
    events: events.map((event) => event.index),
    parallel: node.parallelEvents,
    instantiate,
  }
}

const WAITED_FOR = ['Message', 'Timer', 'Signal', 'Conditional']

/** (OMG BPMN 2.0.2, 10.6.6) */
const isWaitedFor = ({ node }: Place): boolean =>
  node.type === 'ReceiveTask' ||
  (node.type === 'IntermediateCatchEvent' && node.events.every(({ type }) => WAITED_FOR.includes(type)))

/** What follows the gateway is reached by it alone. (OMG BPMN 2.0.2, 10.6.6) */
const otherFlows = (gateway: FlowNode, event: Place, at: Compiling): string[] =>
  at
    .incoming(event.index)
    .filter(({ source }) => source !== gateway.id)
    .map(({ id }) => id)

const otherWay = (flow: string, event: string) => ({
  code: 'event_with_other_flow',
  element: flow,
  message: `${event} follows an event-based gateway: no other sequence flow may lead to it.`,
  remedy: 'Lead this flow to the gateway, or to a catching event of its own.',
})

const noEvents = (node: FlowNode) => ({
  code: 'gateway_without_events',
  element: node.id,
  message: 'An event-based gateway leads to the events it waits for; this one leads to nothing.',
  remedy: 'Connect it with catching events or receive tasks.',
})

const notAnEvent = (node: FlowNode, event: Place) => ({
  code: 'event_expected',
  element: node.id,
  message: `An event-based gateway leads to catching message, timer, signal or conditional events and receive tasks only; ${event.node.id} is none.`,
  remedy: 'Put a catching event between them.',
})

const cantBegin = (node: FlowNode) => ({
  code: 'instantiate_with_incoming',
  element: node.id,
  message:
    'An event-based gateway that begins instances stands in the process itself and has no incoming sequence flow.',
  remedy: 'Remove the flow, or the mark that it instantiates.',
})

const parallelInside = (node: FlowNode) => ({
  code: 'parallel_events_not_here',
  element: node.id,
  message: 'Only an event-based gateway that begins instances may need all of its events.',
  remedy: 'Use a parallel gateway before the events, or make the gateway exclusive.',
})

import { flowsOf } from './compile-flows.ts'
import type { Compiling, Place } from './compiling.ts'
import { mayChoose } from './is-activity.ts'
import type { GraphFlow } from './process-graph.ts'
import type { Wiring } from './wiring.ts'

/** Rules about which elements may be connected and how. */
export function checkFlows(flows: readonly GraphFlow[], wiring: Wiring, at: Compiling): void {
  const conditional = new Set(
    flowsOf(at.process.inside)
      .filter(({ condition }) => condition)
      .map(({ id }) => id),
  )
  for (const place of at.places) {
    const incoming = wiring.incoming.get(place.index) ?? []
    const outgoing = (wiring.outgoing.get(place.index) ?? [])
      .map((index) => flows[index])
      .filter((flow) => flow !== undefined)
    checkEnds(place, incoming.length, outgoing.length, at)
    checkDefault(place, outgoing, at)
    if (place.node.type === 'ExclusiveGateway') checkConditions(place, outgoing, conditional, at)
    if (place.node.type === 'InclusiveGateway') checkConditions(place, outgoing, conditional, at)
  }
}

function checkEnds({ node }: Place, incoming: number, outgoing: number, at: Compiling): void {
  const refuse = (code: string, what: string, remedy: string) =>
    at.report({ code, element: node.id, message: `${what}.`, remedy })
  if (node.type === 'StartEvent' && incoming > 0) {
    refuse(
      'start_with_incoming',
      'A start event has no incoming sequence flow',
      'Lead the flow to the element after it.',
    )
  }
  if (node.type === 'BoundaryEvent' && incoming > 0) {
    refuse(
      'boundary_with_incoming',
      'A boundary event has no incoming sequence flow',
      'Lead the flow to the activity.',
    )
  }
  if (isLink(node, 'IntermediateCatchEvent') && incoming > 0) {
    refuse(
      'link_with_incoming',
      'A catching link event has no incoming sequence flow',
      'Remove the flow, the throwing link event leads to it.',
    )
  }
  if (isLink(node, 'IntermediateThrowEvent') && outgoing > 0) {
    refuse(
      'link_with_outgoing',
      'A throwing link event has no outgoing sequence flow',
      'Let the flow leave the catching link event.',
    )
  }
  if (node.type === 'EndEvent' && outgoing > 0) {
    refuse(
      'end_with_outgoing',
      'An end event has no outgoing sequence flow',
      'Use an intermediate event, or remove the flow.',
    )
  }
  if (node.triggeredByEvent && incoming + outgoing > 0) {
    refuse(
      'event_sub_process_with_flow',
      'An event sub-process has no sequence flows',
      'Remove the flow, it starts by its event.',
    )
  }
}

const isLink = ({ type, events }: Place['node'], wanted: string): boolean =>
  type === wanted && events.some((event) => event.type === 'Link')

function checkDefault({ node }: Place, outgoing: readonly GraphFlow[], at: Compiling): void {
  if (node.defaultFlow === null) return
  if (!outgoing.some(({ id }) => id === node.defaultFlow))
    at.report(strangeDefault(node.id, node.defaultFlow))
  if (!mayChoose(node)) at.report(defaultNotHere(node.id))
}

/** Where there is a choice, every way but the default one needs a condition (`conditional`: flows that have one). */
function checkConditions(
  { node }: Place,
  outgoing: readonly GraphFlow[],
  conditional: ReadonlySet<string>,
  at: Compiling,
): void {
  if (outgoing.length < 2) return
  for (const flow of outgoing) {
    if (!conditional.has(flow.id) && flow.id !== node.defaultFlow) at.report(missingCondition(flow, node.id))
  }
}

const missingCondition = (flow: GraphFlow, gateway: string) => ({
  code: 'missing_condition',
  element: flow.id,
  message: `${gateway} has several ways out, this one has no condition and is not the default.`,
  remedy: 'Give it a condition, or make it the default flow.',
})

const strangeDefault = (element: string, flow: string) => ({
  code: 'bad_default',
  element,
  message: `The default flow ${flow} does not leave this element.`,
  remedy: 'Choose one of its outgoing flows.',
})

const defaultNotHere = (element: string) => ({
  code: 'default_not_here',
  element,
  message: 'Only activities and deciding gateways may have a default flow.',
  remedy: 'Draw an exclusive gateway after it and choose the default there.',
})

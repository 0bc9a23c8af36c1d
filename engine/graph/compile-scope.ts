import { declaredIn } from './compile-data.ts'
import type { Compiling, Place } from './compiling.ts'
import { isActivity } from './is-activity.ts'
import type { ScopeParts } from './process-graph.ts'

/** What a process or sub-process begins with and what may interrupt it. */
export function compileScope(index: number, element: string, at: Compiling): ScopeParts {
  const places = at.placesIn.get(index) ?? []
  const noneStarts = places.filter(isNoneStart)
  if (index !== 0) for (const { node } of noneStarts.slice(1)) at.report(severalNoneStarts(node.id, element))
  const eventSubProcesses = places.filter(({ node }) => node.triggeredByEvent)
  const compensating = eventSubProcesses.filter((place) => isCompensating(place, at))
  for (const { node } of compensating.slice(1)) at.report(severalCompensations(node.id, element))
  return {
    noneStart: noneStarts.length === 1 ? noneStarts[0]!.index : -1,
    starts: (startEventsIn(index, at).length > 0 ? noneStarts : implicitStarts(places, at)).map(
      (place) => place.index,
    ),
    eventSubProcesses: eventSubProcesses
      .filter((place) => !compensating.includes(place))
      .map((place) => place.index),
    compensationSubProcess: compensating[0]?.index ?? -1,
    ownVariables: ownVariables(index, at),
  }
}

function ownVariables(index: number, at: Compiling): string[] {
  const inside = index === 0 ? null : at.places[index - 1]!.node.inside
  return inside === null ? [] : declaredIn(inside, at.usedData)
}

export const startEventsIn = (index: number, at: Compiling): readonly Place[] =>
  (at.placesIn.get(index) ?? []).filter(({ node }) => node.type === 'StartEvent')

const isNoneStart = ({ node }: Place): boolean => node.type === 'StartEvent' && node.events.length === 0

/** An event sub-process that undoes the scope around it. */
export const isCompensating = ({ index }: Place, at: Compiling): boolean =>
  startEventsIn(index, at).some(({ node }) => node.events.some(({ type }) => type === 'Compensate'))

/** Without start events all that no flow leads to begins. (OMG BPMN 2.0.2, 10.5.2) */
const implicitStarts = (places: readonly Place[], at: Compiling): readonly Place[] =>
  places.filter(({ node }) => !at.targets.has(node.id) && beginsByItself(node))

const beginsByItself = (node: Place['node']): boolean =>
  !node.isForCompensation &&
  !node.instantiate &&
  (isActivity(node) ||
    node.type.endsWith('Gateway') ||
    node.type === 'IntermediateThrowEvent' ||
    node.type === 'EndEvent' ||
    (node.type === 'IntermediateCatchEvent' && !node.events.some(({ type }) => type === 'Link')))

const severalNoneStarts = (element: string, scope: string) => ({
  code: 'several_none_starts',
  element,
  message: `${scope} has more than one start event without a trigger; it is not clear where to begin.`,
  remedy: 'Keep one of them, or give the others a message or timer.',
})

const severalCompensations = (element: string, scope: string) => ({
  code: 'several_compensations',
  element,
  message: `${scope} has more than one event sub-process for compensation.`,
  remedy: 'Keep one of them.',
})

import type { Compiling, Place } from './compiling.ts'
import type { ScopeParts } from './process-graph.ts'

/** What a process or sub-process begins with and what may interrupt it. */
export function compileScope(index: number, element: string, at: Compiling): ScopeParts {
  const places = at.placesIn.get(index) ?? []
  const noneStarts = places.filter(isNoneStart)
  for (const { node } of noneStarts.slice(1)) at.report(severalNoneStarts(node.id, element))
  return {
    noneStart: noneStarts[0]?.index ?? -1,
    eventSubProcesses: places.filter(({ node }) => node.triggeredByEvent).map((place) => place.index),
  }
}

export const startEventsIn = (index: number, at: Compiling): readonly Place[] =>
  (at.placesIn.get(index) ?? []).filter(({ node }) => node.type === 'StartEvent')

const isNoneStart = ({ node }: Place): boolean => node.type === 'StartEvent' && node.events.length === 0

const severalNoneStarts = (element: string, scope: string) => ({
  code: 'several_none_starts',
  element,
  message: `${scope} has more than one start event without a trigger; it is not clear where to begin.`,
  remedy: 'Keep one of them, or give the others a message or timer.',
})

import { compileScope, startEventsIn } from '../compile-scope.ts'
import type { Compiling, ElementCompiler, OwnPart, Place } from '../compiling.ts'

/** Embedded sub-process or transaction; event sub-process when an event triggers it. */
export const compileSubProcess: ElementCompiler = (place, at) =>
  place.node.triggeredByEvent ? compileEventSubProcess(place, at) : compileEmbedded(place, at)

const compileEmbedded = ({ node, index }: Place, at: Compiling): OwnPart => ({
  type: 'subProcess',
  isTransaction: node.type === 'Transaction',
  ...compileScope(index, node.id, at),
})

function compileEventSubProcess({ node, index }: Place, at: Compiling): OwnPart | null {
  const scope = compileScope(index, node.id, at)
  const starts = startEventsIn(index, at)
  const [start] = starts
  if (start === undefined || starts.length > 1) {
    at.report({
      code: 'one_start_expected',
      element: node.id,
      message: `An event sub-process has exactly one start event, this one has ${starts.length}.`,
      remedy: 'Draw one event sub-process for each start event.',
    })
    return null
  }
  return { type: 'eventSubProcess', startEvent: start.index, ...scope }
}

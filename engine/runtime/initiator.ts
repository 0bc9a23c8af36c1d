import type { ProcessGraph } from '../graph/process-graph.ts'
import { noVariables, type Variables } from '../json.ts'

/** Not people but parts of the engine; what they start nobody has started. */
const nobody: readonly string[] = ['timer', 'message']

/**
 * The variables of a new instance, with who started it where its start event has a variable for that. [SE3]
 *
 * @param startAt indexes of elements to begin before; none: the none start event
 */
export function withInitiator(
  variables: Variables,
  { elements }: ProcessGraph,
  startAt: readonly number[],
  by: string,
): Variables {
  const [process] = elements
  const begins = startAt.length === 0 && process?.type === 'process' ? [process.noneStart] : startAt
  const names = begins.flatMap((index) => elements[index]?.properties['kartabl:initiator'] ?? [])
  if (names.length === 0) return variables
  const started = Object.assign(noVariables(), variables)
  for (const name of names) started[name] = nobody.includes(by) ? null : by
  return started
}

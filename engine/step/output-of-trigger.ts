import type { EventTrigger } from '../graph/process-graph.ts'
import { noVariables, type Variables } from '../json.ts'

/**
 * Of an event with a data output for each of its triggers: what one of them brings goes to its own, and to no other one. [DO7]
 */
export function outputOfTrigger(trigger: EventTrigger, part: number, variables: Variables): Variables {
  const mine = trigger.kind === 'multiple' ? trigger.outputs[part] : undefined
  if (trigger.kind !== 'multiple' || mine === undefined || mine === null) return variables
  const brought = Object.assign(noVariables(), variables)
  for (const other of trigger.outputs) if (other !== null && other !== mine) delete brought[other]
  const [only, ...others] = Object.keys(variables)
  if (only !== undefined && others.length === 0) brought[mine] = variables[only]!
  return brought
}

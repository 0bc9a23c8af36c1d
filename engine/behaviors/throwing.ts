import { addDuration } from '../feel/index.ts'
import type { MessagePublication, ThrowAction } from '../graph/process-graph.ts'
import type { ElementInstance } from '../state/instance-state.ts'
import type { Execution } from '../step/execution.ts'
import { Stuck } from '../step/stuck.ts'
import { computeText, lookupFrom, visibleVariables } from '../step/variables.ts'
import type { Behavior } from './behavior.ts'
import { offerJob } from './job.ts'

/** Throwing message events and send tasks: a job for a worker, or a message published by the engine itself. [TH1] */
export function performThrow(
  x: Execution,
  instance: ElementInstance,
  action: ThrowAction | null,
): 'done' | 'rests' {
  if (!action) return 'done'
  if (action.kind === 'job') return offerJob(x, instance, action.job)
  publish(x, instance, action.publication)
  return 'done'
}

export const intermediateThrowEvent: Behavior<'intermediateThrowEvent'> = {
  rests: true,
  enter: (x, instance, element) => performThrow(x, instance, element.action),
}

export const sendTask: Behavior<'sendTask'> = {
  rests: true,
  enter: (x, instance, element) => performThrow(x, instance, element.action),
}

/** Carries the local variables of the throwing element if it has input mappings, else all it sees. [TH2] */
function publish(x: Execution, instance: ElementInstance, publication: MessagePublication): void {
  const lookup = lookupFrom(x, instance)
  const text = (what: string, part: MessagePublication['messageId']) =>
    part ? computeText(x, what, part, lookup) : ''
  x.emit({
    type: 'messagePublished',
    key: instance.key,
    name: text('a message name', publication.name),
    correlationKey: text('a correlation key', publication.correlationKey),
    messageId: text('a message id', publication.messageId),
    timeToLive: readTimeToLive(x, text('a time to live', publication.timeToLive)),
    variables: x.element(instance).inputs.length > 0 ? instance.variables! : visibleVariables(x, instance),
  })
}

function readTimeToLive(x: Execution, text: string): number {
  if (text === '') return 0
  const end = addDuration(x.context.now, text, x.context.zone)
  if (end.ok) return end.value - x.context.now
  throw new Stuck('EXTRACT_VALUE_ERROR', `expected an ISO 8601 duration as time to live, got '${text}'`)
}

import type { Oddity } from '../model/model.ts'
import type { Compiling } from './compiling.ts'

/** Refuses features of the standard that would change what happens and are not supported yet. */
export function checkOddities(at: Compiling): void {
  for (const { node } of at.places) {
    for (const oddity of node.oddities) {
      const [message, remedy] = reasons[oddity]
      at.report({ code: 'unsupported_feature', element: node.id, message, remedy })
    }
    if (node.triggeredByEvent && node.loop !== null) at.report(loopedEventSubProcess(node.id))
  }
}

const reasons: Readonly<Record<Oddity, readonly [message: string, remedy: string]>> = {
  compensation: ['Compensation is not supported yet.', 'Draw the undoing activity as an ordinary one.'],
  parallelMultiple: ['Parallel multiple events are not supported yet.', 'Draw one event for each trigger.'],
  instantiate: [
    'An element that starts instances by itself is not supported yet.',
    'Draw a message start event before it.',
  ],
  tokenQuantity: [
    'Start and completion quantities other than 1 are not supported.',
    'Use a multi-instance activity instead.',
  ],
  resourceRole: [
    'Performers and potential owners of the standard are not read.',
    'Use zeebe:assignmentDefinition with assignee, candidateGroups or candidateUsers.',
  ],
  dataAssignment: [
    'Assignments and transformations of data associations are not run.',
    'Use zeebe:ioMapping with zeebe:input and zeebe:output.',
  ],
  eventDefinitionRef: [
    'Event definitions shared between events are not read.',
    'Put the definition into the event itself.',
  ],
}

const loopedEventSubProcess = (element: string) => ({
  code: 'unsupported_loop',
  element,
  message: 'An event sub-process starts by its event, it has no loop or multi-instance marker.',
  remedy: 'Put a multi-instance sub-process inside it.',
})

import type { FlowNode } from '../model/model.ts'
import type { Compiling } from './compiling.ts'
import { isActivity } from './is-activity.ts'

/** Refuses features of the standard that would change what happens and that nothing here runs. */
export function checkOddities(at: Compiling): void {
  for (const { node } of at.places) {
    if (node.oddities.includes('resourceRole')) at.report(resourceRole(node.id))
    if (node.triggeredByEvent && node.loop !== null) at.report(loopedEventSubProcess(node.id))
    if (!isQuantity(node.startQuantity) || !isQuantity(node.completionQuantity)) at.report(badQuantity(node))
  }
}

const isQuantity = (value: number): boolean => Number.isSafeInteger(value) && value >= 1 && value <= 1_000

const badQuantity = (node: FlowNode) => ({
  code: 'bad_quantity',
  element: node.id,
  message: `Start and completion quantities are whole numbers from 1 to 1000${isActivity(node) ? '' : ' at activities'}.`,
  remedy: 'Write a number such as 2, or leave it out.',
})

const resourceRole = (element: string) => ({
  code: 'unsupported_feature',
  element,
  message: 'Performers and potential owners of the standard are not read.',
  remedy: 'Use zeebe:assignmentDefinition with assignee, candidateGroups or candidateUsers.',
})

const loopedEventSubProcess = (element: string) => ({
  code: 'unsupported_loop',
  element,
  message: 'An event sub-process starts by its event, it has no loop or multi-instance marker.',
  remedy: 'Put a multi-instance sub-process inside it.',
})

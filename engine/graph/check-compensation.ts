import type { FlowNode } from '../model/model.ts'
import type { Compiling } from './compiling.ts'
import { isActivity } from './is-activity.ts'

/** A compensation event is connected with one activity for compensation, which no flow reaches. (OMG BPMN 2.0.2, 10.7) */
export function checkCompensation(at: Compiling): void {
  for (const place of at.places) {
    const { node } = place
    if (isCompensationBoundary(node) && handlersOf(node, at).length !== 1) at.report(oneHandler(node))
    if (node.isForCompensation && isActivity(node) && hasFlow(node, place.index, at)) at.report(inFlow(node))
  }
}

const isCompensationBoundary = ({ type, events }: FlowNode): boolean =>
  type === 'BoundaryEvent' && events.some((event) => event.type === 'Compensate')

/** Numbers of the activities for compensation that an association connects with the event. */
export const handlersOf = (event: FlowNode, at: Compiling): number[] =>
  (at.associated.get(event.id) ?? [])
    .flatMap((id) => at.placeOf.get(id) ?? [])
    .filter(({ node }) => node.isForCompensation)
    .map(({ index }) => index)

const hasFlow = (node: FlowNode, index: number, at: Compiling): boolean =>
  at.targets.has(node.id) || at.outgoing(index).length > 0

const oneHandler = (node: FlowNode) => ({
  code: 'compensation_without_handler',
  element: node.id,
  message: 'A compensation event is connected with exactly one activity that is marked for compensation.',
  remedy: 'Draw an association from the event to the activity that undoes, and mark that for compensation.',
})

const inFlow = (node: FlowNode) => ({
  code: 'compensation_in_flow',
  element: node.id,
  message: 'An activity for compensation stands beside the flow: it has no sequence flows.',
  remedy: 'Remove its sequence flows.',
})

import type { FlowNode } from '../model/model.ts'
import { isCompensating } from './compile-scope.ts'
import type { Compiling, Place } from './compiling.ts'
import { isActivity } from './is-activity.ts'

/** A compensation event is connected with one activity for compensation, which no flow reaches. (OMG BPMN 2.0.2, 10.7) */
export function checkCompensation(at: Compiling): void {
  for (const place of at.places) {
    const { node } = place
    if (isCompensationBoundary(node) && handlersOf(node, at).length !== 1) at.report(oneHandler(node))
    if (node.isForCompensation && isActivity(node) && hasFlow(node, place.index, at)) at.report(inFlow(node))
  }
}

/** A throwing event that names an activity could otherwise never undo anything; what was deployed before goes on. [CO6] [DE3] */
export function checkNamed(thrower: Place, activity: Place, at: Compiling): void {
  if (!canBeUndone(activity, at)) at.doubt(nothingToUndo(thrower.node, activity.node))
  else if (!sees(thrower.parent, activity.parent, at)) at.doubt(outOfSight(thrower.node, activity.node))
}

/** Its own scope and, from an event sub-process, those around. (OMG BPMN 2.0.2, tables 10.88, 10.93) */
function sees(from: number, scope: number, at: Compiling): boolean {
  if (from === scope) return true
  const around = at.places[from - 1]
  return around?.node.triggeredByEvent === true && sees(around.parent, scope, at)
}

/** By its compensation event, by an event sub-process for compensation, or by undoing what was completed inside it. [CO1] */
function canBeUndone({ node, index }: Place, at: Compiling): boolean {
  if (!isActivity(node) || node.isForCompensation) return false
  const hasEvent = at.places.some(
    (one) => one.node.attachedTo === node.id && isCompensationBoundary(one.node),
  )
  return (
    hasEvent ||
    (at.placesIn.get(index) ?? []).some((one) =>
      one.node.triggeredByEvent ? isCompensating(one, at) : canBeUndone(one, at),
    )
  )
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

const nothingToUndo = (node: FlowNode, named: FlowNode) => ({
  code: 'compensation_of_nothing',
  element: node.id,
  message: `It compensates ${named.id}, which can't be undone: it is no activity with a compensation event, nor a sub-process with something in it that can be undone.`,
  remedy: 'Choose an activity with a compensation event, or none to compensate all of the scope.',
})

const outOfSight = (node: FlowNode, named: FlowNode) => ({
  code: 'compensation_out_of_sight',
  element: node.id,
  message: `It compensates ${named.id}, which is in another scope: an event sees the activities of its own process or sub-process and, from an event sub-process, of the one around it.`,
  remedy: `Put the event into the scope of ${named.id}, or choose an activity of its own, such as the sub-process that holds ${named.id}.`,
})

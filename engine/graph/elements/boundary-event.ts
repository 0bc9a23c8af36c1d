import type { FlowNode } from '../../model/model.ts'
import { compileTrigger, type Position } from '../compile-trigger.ts'
import type { Compiling, ElementCompiler } from '../compiling.ts'
import { isActivity } from '../is-activity.ts'

export const compileBoundaryEvent: ElementCompiler = ({ node, parent }, at) => {
  const interrupts = node.interrupting || node.events.some(({ type }) => type === 'Compensate')
  const trigger = compileTrigger(node, interrupts ? interrupting : nonInterrupting, at)
  const host = at.placeOf.get(node.attachedTo)
  if (host === undefined || !isActivity(host.node) || host.parent !== parent) {
    at.report(host?.node.triggeredByEvent ? atEventSubProcess(node) : badAttachment(node))
    return null
  }
  if (node.events.some(({ type }) => type === 'Cancel')) checkCancel(node, host.node, at)
  return trigger && { type: 'boundaryEvent', trigger, interrupting: interrupts, attachedTo: host.index }
}

/** Only a transaction is canceled, and it is left by one way. (OMG BPMN 2.0.2, 10.3.5, table 10.90) */
function checkCancel(node: FlowNode, host: FlowNode, at: Compiling): void {
  const cancels = at.places.filter(
    (one) => one.node.attachedTo === host.id && one.node.events.some(({ type }) => type === 'Cancel'),
  )
  if (host.type === 'Transaction' && cancels[0]?.node === node) return
  at.report({
    code: 'bad_cancel_event',
    element: node.id,
    message:
      host.type === 'Transaction'
        ? `The transaction ${host.id} has more than one cancel event.`
        : `A cancel event is attached to a transaction; ${host.id} is none.`,
    remedy: 'Keep one cancel event at the transaction.',
  })
}

const interrupting: Position = {
  what: 'An interrupting boundary event',
  triggers: ['message', 'timer', 'error', 'signal', 'escalation', 'conditional', 'cancel', 'compensation'],
  // A cycle fires once there: it interrupts.
  timers: ['date', 'duration', 'cycle'],
  correlates: true,
}

/** An error ends the activity it comes from, so it can't leave it running. */
const nonInterrupting: Position = {
  what: 'A non-interrupting boundary event',
  triggers: ['message', 'timer', 'signal', 'escalation', 'conditional'],
  timers: ['date', 'duration', 'cycle'],
  correlates: true,
}

/** It stands beside the flow. (OMG BPMN 2.0.2, 10.3.5) */
const atEventSubProcess = (node: FlowNode) => ({
  code: 'bad_attachment',
  element: node.id,
  message: `A boundary event must be attached to an activity of the flow; ${node.attachedTo} is an event sub-process, which no sequence flow enters or leaves.`,
  remedy: `Attach it to the sub-process around it or to an activity inside it, or put an event sub-process into ${node.attachedTo}.`,
})

const badAttachment = (node: FlowNode) => ({
  code: 'bad_attachment',
  element: node.id,
  message: `A boundary event must be attached to an activity of the same scope, this one is attached to ${node.attachedTo || 'nothing'}.`,
  remedy: 'Attach it to a task, sub-process or call activity.',
})

import { compileTrigger, type Position } from '../compile-trigger.ts'
import type { ElementCompiler } from '../compiling.ts'
import { isActivity } from '../is-activity.ts'

export const compileBoundaryEvent: ElementCompiler = ({ node, parent }, at) => {
  const trigger = compileTrigger(node, node.interrupting ? interrupting : nonInterrupting, at)
  const host = at.placeOf.get(node.attachedTo)
  if (host === undefined || !isActivity(host.node) || host.parent !== parent) {
    at.report({
      code: 'bad_attachment',
      element: node.id,
      message: `A boundary event must be attached to an activity of the same scope, this one is attached to ${node.attachedTo || 'nothing'}.`,
      remedy: 'Attach it to a task, sub-process or call activity.',
    })
    return null
  }
  if (trigger === null) return null
  return { type: 'boundaryEvent', trigger, interrupting: node.interrupting, attachedTo: host.index }
}

const interrupting: Position = {
  what: 'An interrupting boundary event',
  triggers: ['message', 'timer', 'error'],
  timers: ['date', 'duration'],
  correlates: true,
}

/** An error ends the activity it comes from, so it can't leave it running. */
const nonInterrupting: Position = {
  what: 'A non-interrupting boundary event',
  triggers: ['message', 'timer'],
  timers: ['date', 'duration', 'cycle'],
  correlates: true,
}

import { compileTrigger, type Position } from '../compile-trigger.ts'
import type { ElementCompiler } from '../compiling.ts'
import { checkLinkName } from '../link-events.ts'

/** After a gateway that begins instances its message has begun one, whatever its key. */
export const compileIntermediateCatchEvent: ElementCompiler = (place, at) => {
  const { node } = place
  checkLinkName(place, at)
  const trigger = compileTrigger(node, { ...position, correlates: !at.beginning.has(node.id) }, at)
  return trigger && { type: 'intermediateCatchEvent', trigger }
}

const position: Position = {
  what: 'An intermediate catch event',
  triggers: ['message', 'timer', 'signal', 'conditional', 'link'],
  // A cycle fires once there: the token has gone on.
  timers: ['date', 'duration', 'cycle'],
  correlates: true,
}

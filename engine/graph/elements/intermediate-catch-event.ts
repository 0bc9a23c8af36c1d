import { compileTrigger, type Position } from '../compile-trigger.ts'
import type { ElementCompiler } from '../compiling.ts'

/** After a gateway that begins instances its message has begun one, whatever its key. */
export const compileIntermediateCatchEvent: ElementCompiler = ({ node }, at) => {
  const trigger = compileTrigger(node, { ...position, correlates: !at.beginning.has(node.id) }, at)
  return trigger && { type: 'intermediateCatchEvent', trigger }
}

const position: Position = {
  what: 'An intermediate catch event',
  triggers: ['message', 'timer', 'signal', 'conditional', 'link'],
  timers: ['date', 'duration'],
  correlates: true,
}

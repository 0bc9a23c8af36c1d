import { compileTrigger, type Position } from '../compile-trigger.ts'
import type { ElementCompiler } from '../compiling.ts'

export const compileIntermediateCatchEvent: ElementCompiler = ({ node }, at) => {
  const trigger = compileTrigger(node, position, at)
  return trigger === null ? null : { type: 'intermediateCatchEvent', trigger }
}

const position: Position = {
  what: 'An intermediate catch event',
  triggers: ['message', 'timer'],
  timers: ['date', 'duration'],
  correlates: true,
}

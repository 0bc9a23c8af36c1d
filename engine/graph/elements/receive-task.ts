import { compileCaughtMessage } from '../compile-trigger.ts'
import type { ElementCompiler } from '../compiling.ts'

export const compileReceiveTask: ElementCompiler = ({ node, parent }, at) => {
  const message = compileCaughtMessage(node, node.messageRef, !node.instantiate, at)
  if (node.instantiate && (parent !== 0 || at.targets.has(node.id))) {
    at.report({
      code: 'instantiate_with_incoming',
      element: node.id,
      message: 'A receive task that begins instances stands in the process itself and has no incoming flow.',
      remedy: 'Remove the flow, or the mark that it instantiates.',
    })
  }
  return message && { type: 'receiveTask', message, instantiate: node.instantiate }
}

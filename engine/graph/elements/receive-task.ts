import { compileMessage } from '../compile-message.ts'
import type { ElementCompiler } from '../compiling.ts'

export const compileReceiveTask: ElementCompiler = ({ node }, at) => {
  const message = compileMessage(node, node.messageRef, at)
  return message === null ? null : { type: 'receiveTask', message }
}

import { compileSending } from '../compile-throw-action.ts'
import type { ElementCompiler } from '../compiling.ts'

export const compileSendTask: ElementCompiler = ({ node }, at) => {
  const action = compileSending(node, undefined, at)
  return action && { type: 'sendTask', actions: [action] }
}

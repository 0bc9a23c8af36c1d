import { compileThrowAction } from '../compile-throw-action.ts'
import type { ElementCompiler } from '../compiling.ts'

export const compileSendTask: ElementCompiler = ({ node }, at) => {
  const action = compileThrowAction(node, at)
  return action === null ? null : { type: 'sendTask', action }
}

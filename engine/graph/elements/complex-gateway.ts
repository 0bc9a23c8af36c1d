import type { ElementCompiler } from '../compiling.ts'
import { feel } from '../compute.ts'

export const compileComplexGateway: ElementCompiler = ({ node }, at) => {
  const text = node.activationCondition ?? ''
  const activationCondition =
    text === '' ? null : feel(text, { element: node.id, what: 'activation condition' }, at)
  return { type: 'complexGateway', activationCondition }
}

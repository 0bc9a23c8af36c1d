import { compileThrowAction } from '../compile-throw-action.ts'
import { notHere, singleEvent } from '../compile-trigger.ts'
import type { ElementCompiler } from '../compiling.ts'

export const compileIntermediateThrowEvent: ElementCompiler = ({ node }, at) => {
  const event = singleEvent(node, at)
  if (event === undefined) return null
  if (event === null) return { type: 'intermediateThrowEvent', action: null }
  if (event.type !== 'Message') {
    at.report(notHere(node, event, { what: 'An intermediate throw event', triggers: ['none', 'message'] }))
    return null
  }
  const action = compileThrowAction(node, at)
  return action === null ? null : { type: 'intermediateThrowEvent', action }
}

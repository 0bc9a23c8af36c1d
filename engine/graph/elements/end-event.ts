import type { EventDefinition, FlowNode } from '../../model/model.ts'
import { compileMessageName } from '../compile-message.ts'
import { compileThrowAction } from '../compile-throw-action.ts'
import { notHere, singleEvent } from '../compile-trigger.ts'
import type { Compiling, ElementCompiler, OwnPart } from '../compiling.ts'
import { computed } from '../compute.ts'

export const compileEndEvent: ElementCompiler = ({ node }, at) => {
  const event = singleEvent(node, at)
  if (event === undefined) return null
  if (event === null) return { type: 'endEvent', trigger: { kind: 'none' }, action: null }
  if (event.type === 'Terminate') return { type: 'endEvent', trigger: { kind: 'terminate' }, action: null }
  if (event.type === 'Error') return compileErrorEnd(node, event, at)
  if (event.type === 'Message') return compileMessageEnd(node, event, at)
  at.report(
    notHere(node, event, { what: 'An end event', triggers: ['none', 'message', 'error', 'terminate'] }),
  )
  return null
}

function compileErrorEnd(node: FlowNode, event: EventDefinition, at: Compiling): OwnPart | null {
  const text = at.model.errors.get(event.errorRef ?? '')?.code ?? ''
  if (text === '') at.report(missingErrorCode(node))
  const code = computed(text, { element: node.id, what: 'error code' }, at)
  return code === null
    ? null
    : { type: 'endEvent', trigger: { kind: 'error', error: { code } }, action: null }
}

/** A worker that sends needs no message of the diagram: the name is for people then. */
function compileMessageEnd(node: FlowNode, event: EventDefinition, at: Compiling): OwnPart | null {
  const action = compileThrowAction(node, at)
  if (action === null) return null
  const name = nameOf(node, event, at)
  return {
    type: 'endEvent',
    trigger: { kind: 'message', message: { name, correlationKey: null } },
    action,
  }
}

function nameOf(node: FlowNode, event: EventDefinition, at: Compiling) {
  const named = event.messageRef === null ? null : compileMessageName(node, event.messageRef, at)
  return named?.name ?? { kind: 'fixed' as const, text: node.name }
}

const missingErrorCode = (node: FlowNode) => ({
  code: 'missing_error_code',
  element: node.id,
  message: 'The error end event throws no error code, so nothing could catch it by its code.',
  remedy: 'Choose an error with a code.',
})

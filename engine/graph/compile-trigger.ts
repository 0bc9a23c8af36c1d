import type { EventDefinition, FlowNode, Timer } from '../model/model.ts'
import type { EventType } from '../model/node-type.ts'
import { compileMessage, compileMessageName } from './compile-message.ts'
import { compileTimer } from './compile-timer.ts'
import type { Compiling } from './compiling.ts'
import { computed } from './compute.ts'
import type { ErrorDefinition, EventTrigger } from './process-graph.ts'

/** Which triggers an event may have where it stands. */
export interface Position {
  /** For messages: "a boundary event". */
  readonly what: string
  readonly triggers: readonly EventTrigger['kind'][]
  readonly timers: readonly Timer['kind'][]
  /** Start events of the process take a message whatever its key. */
  readonly correlates: boolean
}

/** What a catching event waits for. Null when it was refused (reported). */
export function compileTrigger(node: FlowNode, position: Position, at: Compiling): EventTrigger | null {
  const event = singleEvent(node, at)
  if (event === undefined) return null
  const kind = event === null ? 'none' : kindOf[event.type]
  if (kind === null || !position.triggers.includes(kind)) {
    at.report(notHere(node, event, position))
    return null
  }
  return event === null ? { kind: 'none' } : compileKind(node, event, position, at)
}

/** Null for an event without definition; undefined for several (reported). */
export function singleEvent(node: FlowNode, at: Compiling): EventDefinition | null | undefined {
  if (node.events.length <= 1) return node.events[0] ?? null
  at.report({
    code: 'unsupported_event',
    element: node.id,
    message: `Events with several triggers are not supported yet, this one has ${node.events.length}.`,
    remedy: 'Draw one event for each trigger.',
  })
  return undefined
}

/** Null: not supported yet. */
const kindOf: Readonly<Record<EventType, EventTrigger['kind'] | null>> = {
  Message: 'message',
  Timer: 'timer',
  Error: 'error',
  Terminate: 'terminate',
  Signal: null,
  Escalation: null,
  Compensate: null,
  Conditional: null,
  Link: null,
  Cancel: null,
}

function compileKind(
  node: FlowNode,
  event: EventDefinition,
  position: Position,
  at: Compiling,
): EventTrigger | null {
  if (event.type === 'Timer') {
    const timer = compileTimer(node, event, position.timers, at)
    return timer === null ? null : { kind: 'timer', timer }
  }
  if (event.type === 'Error') {
    const error = compileCaughtError(node, event, at)
    return error === null ? null : { kind: 'error', error }
  }
  if (position.correlates) {
    const message = compileMessage(node, event.messageRef, at)
    return message === null ? null : { kind: 'message', message }
  }
  const named = compileMessageName(node, event.messageRef, at)
  return named === null ? null : { kind: 'message', message: { name: named.name, correlationKey: null } }
}

/** Without an error, or with one that has no code, every error is caught. */
function compileCaughtError(node: FlowNode, event: EventDefinition, at: Compiling): ErrorDefinition | null {
  const code = at.model.errors.get(event.errorRef ?? '')?.code ?? ''
  if (code === '') return { code: null }
  const value = computed(code, { element: node.id, what: 'error code' }, at)
  return value === null ? null : { code: value }
}

export const notHere = (
  node: FlowNode,
  event: EventDefinition | null,
  { what, triggers }: Pick<Position, 'what' | 'triggers'>,
) => {
  if (event !== null && kindOf[event.type] === null) {
    return {
      code: 'unsupported_event',
      element: node.id,
      message: `${event.type} events are not supported yet.`,
      remedy: 'Use a message, timer or error event instead.',
    }
  }
  return {
    code: 'event_not_here',
    element: node.id,
    message: `${what} can't be of kind ${event === null ? 'none' : event.type.toLowerCase()}.`,
    remedy: `Use one of: ${triggers.join(', ')}.`,
  }
}

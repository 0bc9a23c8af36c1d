import type { EventDefinition, FlowNode, Timer } from '../model/model.ts'
import type { EventType } from '../model/node-type.ts'
import { compileCode } from './compile-code.ts'
import { compileMessageKeys } from './compile-correlation.ts'
import { outputsByTrigger } from './compile-data.ts'
import { compileMessage, compileMessageName, compileOptionalKey } from './compile-message.ts'
import { compileSignalName } from './compile-signal.ts'
import { compileTimer } from './compile-timer.ts'
import type { Compiling } from './compiling.ts'
import { feel } from './compute.ts'
import { linkNameOf } from './link-events.ts'
import type { EventTrigger, MessageDefinition, SingleTrigger } from './process-graph.ts'

type TriggerKind = SingleTrigger['kind']

/** Which triggers an event may have where it stands. */
export interface Position {
  /** For messages: "a boundary event". */
  readonly what: string
  readonly triggers: readonly (TriggerKind | 'none')[]
  readonly timers: readonly Timer['kind'][]
  /** What begins instances takes a message whatever its key. */
  readonly correlates: boolean
}

/** What a catching event waits for. Null when it was refused (reported). */
export function compileTrigger(node: FlowNode, position: Position, at: Compiling): EventTrigger | null {
  const [first, ...others] = node.events
  if (first === undefined) return compileNone(node, position, at)
  if (others.length === 0) return compileOne(node, first, position, at)
  const parts = node.events.map((event) => compileOne(node, event, position, at))
  const good = parts.filter((part) => part !== null)
  if (node.parallelMultiple) reportNeverTogether(node, good, at)
  return good.length < parts.length
    ? null
    : { kind: 'multiple', parallel: node.parallelMultiple, parts: good, outputs: outputsByTrigger(node, at) }
}

function compileNone(node: FlowNode, position: Position, at: Compiling): EventTrigger | null {
  if (position.triggers.includes('none')) return { kind: 'none' }
  at.report(notHere(node, null, position))
  return null
}

function compileOne(
  node: FlowNode,
  event: EventDefinition,
  position: Position,
  at: Compiling,
): SingleTrigger | null {
  const kind = kindOf[event.type]
  if (kind === null || !position.triggers.includes(kind)) {
    at.report(notHere(node, event, position))
    return null
  }
  return compilers[kind](node, event, position, at)
}

/** Null: it is never waited for. */
const kindOf: Readonly<Record<EventType, TriggerKind | null>> = {
  Message: 'message',
  Timer: 'timer',
  Error: 'error',
  Signal: 'signal',
  Escalation: 'escalation',
  Compensate: 'compensation',
  Conditional: 'conditional',
  Link: 'link',
  Cancel: 'cancel',
  Terminate: null,
}

type TriggerCompiler = (
  node: FlowNode,
  event: EventDefinition,
  position: Position,
  at: Compiling,
) => SingleTrigger | null

const compilers: Readonly<Record<TriggerKind, TriggerCompiler>> = {
  timer(node, event, { timers }, at) {
    const timer = compileTimer(node, event, timers, at)
    return timer && { kind: 'timer', timer }
  },
  message(node, event, { correlates }, at) {
    const message = compileCaughtMessage(node, event.messageRef, correlates, at)
    return message && { kind: 'message', message }
  },
  signal(node, event, _position, at) {
    const name = compileSignalName(node, event, at)
    return name && { kind: 'signal', name }
  },
  conditional(node, event, _position, at) {
    const condition = feel(event.condition ?? '', { element: node.id, what: 'condition' }, at)
    return condition && { kind: 'conditional', condition }
  },
  error(node, event, _position, at) {
    const error = compileCode(node, at.model.errors.get(event.errorRef ?? ''), 'error code', at)
    return error && { kind: 'error', error }
  },
  escalation(node, event, _position, at) {
    const declared = at.model.escalations.get(event.escalationRef ?? '')
    const error = compileCode(node, declared, 'escalation code', at)
    return error && { kind: 'escalation', error }
  },
  compensation: () => ({ kind: 'compensation' }),
  cancel: () => ({ kind: 'cancel' }),
  link: (node, event) => ({ kind: 'link', name: linkNameOf(node, event) }),
}

/** With `correlates` false a message of that name whatever its key begins an instance; the key is for what comes after. */
export function compileCaughtMessage(
  node: FlowNode,
  messageRef: string | null,
  correlates: boolean,
  at: Compiling,
): MessageDefinition | null {
  if (correlates) return compileMessage(node, messageRef, at)
  const named = compileMessageName(node, messageRef, at)
  return (
    named && {
      name: named.name,
      correlationKey: compileOptionalKey(node, named.message, at),
      keys: compileMessageKeys(named.message, at),
    }
  )
}

/** These are not waited for but thrown from inside: they never happen together with others. */
const THROWN: readonly TriggerKind[] = ['error', 'escalation', 'cancel', 'compensation', 'link']

function reportNeverTogether(node: FlowNode, parts: readonly SingleTrigger[], at: Compiling): void {
  const odd = parts.find(({ kind }) => THROWN.includes(kind))
  if (odd === undefined) return
  at.report({
    code: 'trigger_never_together',
    element: node.id,
    message: `An event that needs all of its triggers can't have one of kind ${odd.kind}: it can't be waited for.`,
    remedy: 'Use message, timer, signal or conditional triggers, or draw one event for each trigger.',
  })
}

export const notHere = (
  node: FlowNode,
  event: EventDefinition | null,
  { what, triggers }: { readonly what: string; readonly triggers: readonly string[] },
) => ({
  code: 'event_not_here',
  element: node.id,
  message: `${what} can't be of kind ${event === null ? 'none' : event.type.toLowerCase()}.`,
  remedy: `Use one of: ${triggers.join(', ')}.`,
})

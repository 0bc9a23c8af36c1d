import { compileTrigger, type Position } from '../compile-trigger.ts'
import type { ElementCompiler, ScopeKind } from '../compiling.ts'
import { findExtension } from '../find-extension.ts'

export const compileStartEvent: ElementCompiler = ({ node, scope }, at) => {
  const trigger = compileTrigger(node, positions[scope], at)
  if (trigger === null) return null
  if (node.events.some(({ type }) => type === 'Error') && !node.interrupting) {
    at.report({
      code: 'error_must_interrupt',
      element: node.id,
      message: 'An error always interrupts; this start event is marked as non-interrupting.',
      remedy: 'Make the start event interrupting.',
    })
  }
  if (findExtension(node, 'formDefinition') && (scope !== 'process' || trigger.kind !== 'none')) {
    at.report({
      code: 'form_not_here',
      element: node.id,
      message: 'Nobody fills in a form at this start event.',
      remedy: 'Put the form at the start event without trigger of the process.',
    })
  }
  return { type: 'startEvent', trigger, interrupting: scope === 'eventSubProcess' && node.interrupting }
}

/** A duration at the start of a process would count from nothing; an error there has nothing to come from. */
const positions: Readonly<Record<ScopeKind, Position>> = {
  process: {
    what: 'The start event of a process',
    triggers: ['none', 'message', 'timer', 'signal', 'conditional'],
    timers: ['date', 'cycle'],
    correlates: false,
  },
  subProcess: { what: 'The start event of a sub-process', triggers: ['none'], timers: [], correlates: true },
  eventSubProcess: {
    what: 'The start event of an event sub-process',
    triggers: ['message', 'timer', 'error', 'signal', 'escalation', 'conditional', 'compensation'],
    timers: ['date', 'duration', 'cycle'],
    correlates: true,
  },
}

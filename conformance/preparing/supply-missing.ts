import type { EventDefinition, FlowNode, Model, Timer } from '../../engine/model/model.ts'
import type { Casework } from './casework.ts'
import type { StartOf } from './prepare-model.ts'

/** The variable that holds the ids of conditional events that a step fires. */
export const TRIGGERS = 'conformanceTriggers'

/** Shared by all signals, errors, escalations and links of a file that do not say which. */
const UNNAMED = 'conformance-unnamed'

export interface Supplied {
  readonly declarations: Pick<Model, 'signals' | 'errors' | 'escalations'>
  complete(node: FlowNode, where: Where): FlowNode
}

interface Where {
  readonly start: StartOf
  readonly casework: Casework
}

/** Gives events what they need to run and the model leaves out. */
export function supplyMissing(model: Model): Supplied {
  const unnamed = {
    ...{ id: UNNAMED, name: UNNAMED, documentation: '', code: UNNAMED },
    ...{ extensions: [], foreignAttributes: [] },
  }
  const coded = <T extends Model['errors']>(declared: T) =>
    new Map([
      ...declared,
      ...[...declared.values()].map((one) => [throwable(one.id), withCode(one)] as const),
      [UNNAMED, unnamed],
    ])
  return {
    declarations: {
      signals: new Map([
        ...[...model.signals].map(([id, signal]) => [id, { ...signal, name: signal.name || id }] as const),
        [UNNAMED, unnamed],
      ]),
      errors: coded(model.errors),
      escalations: coded(model.escalations),
    },
    complete: (node, where) => ({
      ...node,
      events: node.events.map((event) => completeEvent(event, node, where)),
    }),
  }
}

/** Who throws needs a code; who catches without one catches all, so the two refer to declarations of their own. */
const throwable = (id: string): string => `thrown-${id}`
const withCode = <T extends { readonly id: string; readonly code: string }>(one: T): T => ({
  ...one,
  id: throwable(one.id),
  code: one.code || one.id,
})

const isThrown = ({ type }: FlowNode): boolean => type === 'EndEvent' || type === 'IntermediateThrowEvent'

function completeEvent(event: EventDefinition, node: FlowNode, where: Where): EventDefinition {
  const thrown = isThrown(node)
  switch (event.type) {
    case 'Signal':
      return { ...event, signalRef: event.signalRef ?? UNNAMED }
    case 'Error':
      return thrown ? { ...event, errorRef: event.errorRef ? throwable(event.errorRef) : UNNAMED } : event
    case 'Escalation':
      return thrown
        ? { ...event, escalationRef: event.escalationRef ? throwable(event.escalationRef) : UNNAMED }
        : event
    case 'Timer':
      return { ...event, timers: completeTimers(event.timers, node, where) }
    case 'Conditional':
      return { ...event, condition: completeCondition(event.condition, node, where) }
    case 'Link':
      return { ...event, linkName: event.linkName || node.name || UNNAMED }
    default:
      return event
  }
}

/** A timer that says nothing fires when a step fires it. A text in quotes is an expression that is a text. */
function completeTimers(timers: readonly Timer[], node: FlowNode, { start }: Where): readonly Timer[] {
  const spoken = timers.filter(({ text }) => text !== '')
  if (spoken.length > 0)
    return spoken.map((timer) => (timer.text.startsWith('"') ? { ...timer, text: `=${timer.text}` } : timer))
  return node.type === 'StartEvent' && start === 'process'
    ? [{ kind: 'date', text: '2999-01-01T00:00:00Z' }]
    : [{ kind: 'duration', text: 'P100Y' }]
}

/** A conditional event that a step fires is also true when the step says so. */
function completeCondition(condition: string | null, node: FlowNode, { casework }: Where): string | null {
  const fired = `if ${TRIGGERS} = null then false else list contains(${TRIGGERS}, "${node.id}")`
  if (condition === null || condition === '') return `=${fired}`
  return casework.triggered.has(node.id) ? `=(${condition.replace(/^=/, '')}) or (${fired})` : condition
}

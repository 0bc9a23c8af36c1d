import type { BpmnFiles } from '../bpmn-files.ts'
import { flag, nearest, type XmlElement } from '../document/xml-element.ts'
import type { Rule } from '../rule.ts'
import { catchEvents, isOneOf, throwEvents } from './element-kinds.ts'
import { definitionNames, hasDefinition, type Trigger, triggersOf } from './event-definitions.ts'
import { isEventSubProcess, once, spoken } from './facts.ts'

interface Position {
  readonly code: string
  readonly section: string
  /** In words, after "an event". */
  readonly name: string
  readonly about: string
  readonly applies: (event: XmlElement) => boolean
  readonly allowed: readonly Trigger[]
  /** Whether the event may be without a trigger. */
  readonly none: boolean
}

const isInterrupting = (event: XmlElement): boolean => flag(event, 'isInterrupting', true)
const isCancelling = (event: XmlElement): boolean => flag(event, 'cancelActivity', true)

/** The tables of §10.5.2–10.5.4, and of §11.6 for choreographies. */
const positions: readonly Position[] = [
  {
    code: 'process_start_trigger',
    section: '10.5.2',
    name: 'that starts a process',
    about: 'startEvent',
    applies: ({ parent }) => parent?.name === 'process',
    allowed: ['message', 'timer', 'conditional', 'signal'],
    none: true,
  },
  {
    code: 'choreography_start_trigger',
    section: '11.6.1',
    name: 'that starts a choreography',
    about: 'startEvent',
    applies: ({ parent }) => isOneOf(['choreography', 'globalChoreographyTask'], parent?.name),
    allowed: ['timer', 'conditional', 'signal'],
    none: true,
  },
  {
    code: 'sub_process_start_trigger',
    section: '10.5.2',
    name: 'that starts a sub-process',
    about: 'startEvent',
    applies: ({ parent }) =>
      isOneOf(['subProcess', 'transaction', 'subChoreography'], parent?.name) && !isEventSubProcess(parent),
    allowed: [],
    none: true,
  },
  {
    code: 'event_sub_process_start_trigger',
    section: '10.5.2',
    name: 'that starts an interrupting event sub-process',
    about: 'startEvent',
    applies: (event) => isEventSubProcess(event.parent) && isInterrupting(event),
    allowed: ['message', 'timer', 'error', 'escalation', 'compensate', 'conditional', 'signal'],
    none: false,
  },
  {
    code: 'event_sub_process_start_trigger',
    section: '10.5.2',
    name: 'that starts a non-interrupting event sub-process',
    about: 'startEvent',
    applies: (event) => isEventSubProcess(event.parent) && !isInterrupting(event),
    allowed: ['message', 'timer', 'escalation', 'conditional', 'signal'],
    none: false,
  },
  {
    code: 'intermediate_catch_trigger',
    section: '10.5.4',
    name: 'that is caught within a flow',
    about: 'intermediateCatchEvent',
    applies: () => true,
    allowed: ['message', 'timer', 'conditional', 'link', 'signal'],
    none: false,
  },
  {
    code: 'intermediate_throw_trigger',
    section: '10.5.4',
    name: 'that is thrown within a flow',
    about: 'intermediateThrowEvent',
    applies: () => true,
    allowed: ['message', 'escalation', 'compensate', 'link', 'signal'],
    none: true,
  },
  {
    code: 'boundary_trigger',
    section: '10.5.4',
    name: 'that interrupts an activity',
    about: 'boundaryEvent',
    applies: isCancelling,
    allowed: ['message', 'timer', 'error', 'escalation', 'cancel', 'compensate', 'conditional', 'signal'],
    none: false,
  },
  {
    code: 'boundary_trigger',
    section: '10.5.4',
    name: 'at an activity that goes on',
    about: 'boundaryEvent',
    applies: (event) => !isCancelling(event),
    allowed: ['message', 'timer', 'escalation', 'conditional', 'signal'],
    none: false,
  },
  {
    code: 'end_event_result',
    section: '10.5.3',
    name: 'at an end',
    about: 'endEvent',
    applies: () => true,
    allowed: ['message', 'error', 'escalation', 'cancel', 'compensate', 'signal', 'terminate'],
    none: true,
  },
]

/** Which events may stand where, what they may wait for and what they may cause. §10.5 */
export const eventTriggerRules: readonly Rule[] = [
  ...positions.map(
    (position): Rule => ({
      code: position.code,
      section: position.section,
      about: [position.about],
      remedy:
        position.allowed.length === 0
          ? 'Remove the event definition.'
          : `Use one of: ${position.none ? 'none, ' : ''}${position.allowed.join(', ')}.`,
      breach: (event, files) => (position.applies(event) ? misfit(event, position, files) : null),
    }),
  ),
  {
    code: 'cancel_outside_of_transaction',
    section: '10.5.3',
    about: ['endEvent'],
    remedy: 'Make the sub-process a transaction, or use another end event.',
    breach: (event, files) =>
      triggersOf(event, files).has('cancel') && nearest(event, 'transaction') === null
        ? `${spoken(event)} cancels, and no transaction is around it.`
        : null,
  },
  {
    code: 'cancel_boundary_not_at_transaction',
    section: '10.5.4',
    about: ['boundaryEvent'],
    remedy: 'Make the activity a transaction, or use another boundary event.',
    breach: (event, files) => {
      const activity = files.follow(event, 'attachedToRef')
      if (activity === null || activity.name === 'transaction') return null
      return triggersOf(event, files).has('cancel')
        ? `${spoken(event)} waits for a cancellation of ${spoken(activity)}, which is no transaction.`
        : null
    },
  },
  {
    code: 'event_definition_of_another_event',
    section: '10.5.1',
    about: definitionNames,
    remedy: 'Give each event a definition of its own, or move this one to the top of the file.',
    breach: (definition, files) =>
      isOneOf(events, definition.parent?.name) && referred(files).has(definition)
        ? `${spoken(definition)} belongs to one event and is used by another.`
        : null,
  },
]

const referred = once(
  (files) => new Set(files.all('eventDefinitionRef').map((one) => files.named(one, one.text.trim()))),
)

const events: readonly string[] = [...catchEvents, ...throwEvents, 'implicitThrowEvent']

function misfit(event: XmlElement, { allowed, none, name }: Position, files: BpmnFiles): string | null {
  const wrong = [...triggersOf(event, files)].find((trigger) => !isOneOf(allowed, trigger))
  if (wrong !== undefined) return `${spoken(event)}, an event ${name}, can't be of type ${wrong}.`
  if (none || hasDefinition(event, files)) return null
  return `${spoken(event)}, an event ${name}, has no event definition.`
}

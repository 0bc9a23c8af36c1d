import type { GraphElement, ProcessGraph } from '../../engine/graph/process-graph.ts'
import type { Rows } from '../../engine/ports/rows.ts'
import type { EngineEvent, EventOf } from '../../engine/state/event.ts'
import { decodeEvents } from '../../engine/state/event-codec.ts'
import type { JsonValue } from '../../forms/values/json-value.ts'
import type { PersonRef, TimelineEntry } from '../contract/index.ts'
import { elementTexts } from './definition-texts.ts'
import { keyText, time } from './shapes.ts'

type Kind = TimelineEntry['kind']
type Told = { kind: Kind; details?: Record<string, JsonValue> } | null

/** What an event means to people; null for what only the engine cares about. */
function toldOf(event: EngineEvent): Told {
  switch (event.type) {
    case 'instanceCreated':
      return { kind: 'instance_started' }
    case 'instanceCompleted':
      return { kind: 'instance_completed' }
    case 'instanceCanceled':
      return { kind: 'instance_canceled' }
    case 'elementActivated':
      return { kind: 'element_entered' }
    case 'elementCompleted':
      return { kind: 'element_completed' }
    case 'elementTerminated':
      return { kind: 'element_canceled' }
    case 'taskCreated':
      return {
        kind: 'task_created',
        details: {
          assignee: event.assignee,
          candidateGroups: event.candidateGroups,
          candidateUsers: event.candidateUsers,
        },
      }
    case 'taskAssigned':
      if (event.assignee === null) return { kind: 'task_released' }
      return { kind: assignmentKind(event), details: { assignee: event.assignee } }
    case 'taskTransitionDenied':
      return { kind: 'task_denied', details: { transition: event.transition, reason: event.reason } }
    case 'taskUpdated':
      return { kind: 'task_updated', details: { ...event.changes } }
    case 'taskCompleted':
      return { kind: 'task_completed', details: { outcome: event.outcome } }
    case 'taskCanceled':
      return { kind: 'task_canceled' }
    case 'jobFailed':
      return { kind: 'job_failed', details: { message: event.message, retries: event.retries } }
    case 'timerFired':
      return { kind: 'timer_fired' }
    case 'messageCorrelated':
      return { kind: 'message_received' }
    case 'decisionEvaluated':
      return {
        kind: 'decision_made',
        details: { decisionId: event.decisionId, matchedRules: event.matchedRules },
      }
    case 'errorThrown':
      return { kind: 'error_thrown', details: { code: event.code, message: event.message } }
    case 'processCalled':
      return { kind: 'process_called', details: { instanceKey: keyText(event.called) } }
    case 'incidentRaised':
      return { kind: 'incident_raised', details: { type: event.incidentType, message: event.message } }
    case 'incidentResolved':
      return { kind: 'incident_resolved' }
    case 'instanceSuspended':
      return { kind: 'instance_suspended' }
    case 'instanceResumed':
      return { kind: 'instance_resumed' }
    case 'instanceMigrated':
      return { kind: 'instance_migrated', details: { definitionKey: keyText(event.definition) } }
    case 'variablesSet':
      return { kind: 'variables_changed', details: { names: Object.keys(event.variables) } }
    default:
      return null
  }
}

/** [UT7] */
function assignmentKind({ owner, action }: EventOf<'taskAssigned'>): Kind {
  if (owner != null) return 'task_delegated'
  return action === 'resolve' ? 'task_resolved' : 'task_assigned'
}

/** A user task is told by its task, the process by its instance: their element events would say it twice. */
const saidTwice = (kind: Kind, element: GraphElement) =>
  kind.startsWith('element_') && (element.type === 'userTask' || element.type === 'process')

/** Variables are worth an entry only when somebody changed them by hand: nothing else happened in that command. */
const byHand = (events: readonly EngineEvent[]) => events.every((event) => event.type === 'variablesSet')

/**
 * Which element a key stands for; a timer and a subscription stand for the event that waits for them. The graph, where a
 * version begins.
 */
function remember(
  elementOf: Map<number, number>,
  event: EngineEvent,
  graphOf: Story['graphOf'],
): ProcessGraph | undefined {
  if (event.type === 'elementActivated') elementOf.set(event.key, event.element)
  if (event.type === 'timerScheduled') elementOf.set(event.timer, event.element)
  if (event.type === 'messageSubscribed') elementOf.set(event.subscription, event.element)
  if (event.type === 'instanceCreated') return graphOf(event.definition)
  if (event.type !== 'instanceMigrated') return undefined
  const to = new Map(event.elements)
  for (const [key, element] of elementOf) elementOf.set(key, to.get(element) ?? element)
  return graphOf(event.definition)
}

function happenedAt(event: EngineEvent): number {
  if (event.type === 'timerFired') return event.timer
  if (event.type === 'messageCorrelated') return event.subscription
  return 'key' in event ? event.key : event.scope
}

/** The history of one instance of a case. */
export interface Story {
  /** Of each version that the instance has had. */
  readonly graphOf: (definition: number) => ProcessGraph
  readonly history: readonly Rows['history'][]
  /** How many calls lie between the case and this instance. */
  readonly depth: number
}

/**
 * The history of a case in people's terms, oldest first. `person` names who asked, null for the engine itself.
 */
export function timelineOf(
  stories: readonly Story[],
  person: (id: string) => PersonRef | null,
): TimelineEntry[] {
  const told = stories.flatMap((story) => toldRows(story, person))
  return told.sort((a, b) => a.at - b.at || a.place - b.place).flatMap(({ entries }) => entries)
}

interface ToldRow {
  readonly at: number
  /** Among rows of one command: what was called comes after its caller, and what ends before it. */
  readonly place: number
  readonly entries: readonly TimelineEntry[]
}

function toldRows({ graphOf, history, depth }: Story, person: (id: string) => PersonRef | null): ToldRow[] {
  const elementOf = new Map<number, number>()
  let graph: ProcessGraph | undefined
  return history.map((row) => {
    const events = decodeEvents(row.instance, row.events)
    const hand = byHand(events)
    const entries = events.flatMap((event) => {
      graph = remember(elementOf, event, graphOf) ?? graph
      const element = graph?.elements[elementOf.get(happenedAt(event)) ?? 0]
      const told = toldOf(event)
      if (told === null || element === undefined || saidTwice(told.kind, element)) return []
      if (told.kind === 'variables_changed' && !hand) return []
      return [entry(row, element, told, person(row.by))]
    })
    return { at: row.at, place: row.seq === 1 ? depth : -depth, entries }
  })
}

function entry(
  row: Rows['history'],
  element: GraphElement,
  told: NonNullable<Told>,
  by: PersonRef | null,
): TimelineEntry {
  const { name, names } = elementTexts(element)
  return {
    at: time(row.at),
    by,
    kind: told.kind,
    elementId: element.id,
    elementName: name,
    elementNames: names,
    elementType: element.type,
    details: told.details ?? {},
  }
}

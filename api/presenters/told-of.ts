import type { GraphElement } from '../../engine/graph/process-graph.ts'
import type { EngineEvent, EventOf } from '../../engine/state/event.ts'
import type { JsonValue } from '../../forms/values/json-value.ts'
import type { TimelineEntry } from '../contract/index.ts'
import { keyText } from './shapes.ts'

type Kind = TimelineEntry['kind']
/** An event in people's terms. */
export interface Told {
  readonly kind: Kind
  readonly details?: Record<string, JsonValue>
}

/** Where an event happened. */
export interface EventPlace {
  readonly element: GraphElement | undefined
  /** Around it; of what is activated. */
  readonly scope: GraphElement | undefined
}

/** What an event means to people; null for what only the engine cares about. */
export function toldOf(event: EngineEvent, place: EventPlace): Told | null {
  switch (event.type) {
    case 'instanceCreated':
      return { kind: 'instance_started' }
    case 'instanceCompleted':
      return { kind: 'instance_completed' }
    case 'instanceCanceled':
      return { kind: 'instance_canceled' }
    case 'elementActivated':
      return { kind: isChosen(place) ? 'activity_begun' : 'element_entered' }
    case 'elementCompleted':
      return { kind: isLink(place) ? 'link_followed' : 'element_completed' }
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
    case 'messagePublished':
      return { kind: 'message_sent', details: { name: event.name } }
    case 'signalBroadcast':
      return { kind: 'signal_sent', details: { name: event.name } }
    case 'signalCorrelated':
      return { kind: 'signal_received' }
    case 'conditionOpened':
      return isForData(event, place) ? { kind: 'data_awaited' } : null
    case 'conditionMet':
      return { kind: needsData(place) ? 'data_available' : 'condition_met' }
    case 'escalationThrown':
      return { kind: 'escalation_thrown', details: { code: event.code } }
    case 'compensationStarted':
      return { kind: 'compensation_started' }
    case 'undoBegun':
      return { kind: 'undo_begun' }
    case 'transactionCanceled':
      return { kind: 'transaction_canceled' }
    case 'adHocClosed':
      return { kind: 'choice_ended' }
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

/** Somebody has chosen an activity of an ad-hoc sub-process; what follows it there by a flow is not chosen. */
const isChosen = ({ element, scope }: EventPlace): boolean =>
  scope?.type === 'adHocSubProcess' && element !== undefined && scope.offered.includes(element.index)

/** An activity whose input data is not there yet waits for that, not for an event. [DO6] */
const isForData = (event: EventOf<'conditionOpened'>, place: EventPlace): boolean =>
  needsData(place) && place.element?.index === event.element

const needsData = ({ element }: EventPlace): boolean =>
  element !== undefined && 'availability' in element && element.availability !== null

const isLink = ({ element }: EventPlace): boolean =>
  element?.type === 'intermediateThrowEvent' && element.actions.some(({ kind }) => kind === 'link')

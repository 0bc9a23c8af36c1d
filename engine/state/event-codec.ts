import type { Key } from '../key.ts'
import type { EngineEvent, EventType } from './event.ts'

/**
 * Events as they are stored: an array per event, its number first, then its fields in a fixed order; keys are written
 * as differences from the instance's key. Numbers and orders are part of the stored format: append only.
 */
export const encodeEvents = (instance: Key, events: readonly EngineEvent[]): string =>
  JSON.stringify(events.map((event) => encodeEvent(instance, event)))

export const decodeEvents = (instance: Key, text: string): EngineEvent[] =>
  (JSON.parse(text) as StoredEvent[]).map((stored) => decodeEvent(instance, stored))

type StoredEvent = readonly [number, ...unknown[]]
/** A name ending in `#` holds a key. */
type Layout = readonly [code: number, ...fields: string[]]

const LAYOUTS: { readonly [T in EventType]: Layout } = {
  instanceCreated: [1, 'key#', 'definition', 'parent'],
  instanceCompleted: [2, 'key#'],
  instanceCanceled: [3, 'key#'],
  elementActivated: [4, 'key#', 'element', 'scope#', 'loopCounter'],
  elementCompleted: [5, 'key#'],
  elementTerminated: [6, 'key#'],
  sequenceFlowTaken: [7, 'flow', 'scope#'],
  tokenHeld: [8, 'scope#', 'flow'],
  tokensJoined: [9, 'scope#', 'flows'],
  tokensDiscarded: [10, 'scope#'],
  variablesSet: [11, 'scope#', 'variables'],
  taskCreated: [
    12,
    'key#',
    'assignee',
    'candidateGroups',
    'candidateUsers',
    'dueAt',
    'followUpAt',
    'priority',
  ],
  taskAssigned: [13, 'key#', 'assignee', 'owner', 'action'],
  taskUpdated: [14, 'key#', 'changes'],
  taskCompleted: [15, 'key#', 'outcome', 'listened'],
  taskCanceled: [16, 'key#'],
  jobCreated: [17, 'key#', 'job#', 'jobType', 'retries', 'headers', 'listener'],
  jobCompleted: [18, 'key#', 'job#'],
  jobFailed: [19, 'key#', 'job#', 'retries', 'retryAt', 'message'],
  jobRetriesUpdated: [20, 'key#', 'job#', 'retries'],
  jobErrorThrown: [21, 'key#', 'job#', 'code'],
  jobCanceled: [22, 'key#', 'job#'],
  timerScheduled: [23, 'key#', 'timer#', 'element', 'dueAt', 'repetitions', 'cycle', 'part'],
  timerFired: [24, 'key#', 'timer#'],
  timerCanceled: [25, 'key#', 'timer#'],
  messageSubscribed: [26, 'key#', 'subscription#', 'element', 'name', 'correlationKey', 'part'],
  messageCorrelated: [27, 'key#', 'subscription#', 'message#', 'closed'],
  messageUnsubscribed: [28, 'key#', 'subscription#'],
  messagePublished: [29, 'key#', 'name', 'correlationKey', 'messageId', 'timeToLive', 'variables'],
  errorThrown: [30, 'key#', 'code', 'message'],
  errorEscaped: [31, 'key#', 'code', 'message', 'variables'],
  loopStarted: [32, 'key#', 'total', 'collectsOutput'],
  loopItemStarted: [33, 'key#'],
  loopItemCompleted: [34, 'key#', 'index', 'output'],
  processCalled: [35, 'key#', 'called#', 'definition', 'variables', 'catches', 'escalations'],
  callCompleted: [36, 'key#'],
  callCanceled: [37, 'key#', 'called#'],
  decisionEvaluated: [38, 'key#', 'decisionId', 'matchedRules'],
  incidentRaised: [39, 'key#', 'incident#', 'incidentType', 'phase', 'message'],
  incidentResolved: [40, 'key#', 'incident#'],
  signalSubscribed: [41, 'key#', 'subscription#', 'element', 'name', 'part'],
  signalCorrelated: [42, 'key#', 'subscription#', 'closed'],
  signalBroadcast: [43, 'key#', 'name', 'variables'],
  conditionOpened: [44, 'key#', 'condition#', 'element', 'part', 'holds'],
  conditionChanged: [45, 'key#', 'condition#', 'holds'],
  conditionMet: [46, 'key#', 'condition#', 'closed'],
  waitClosed: [47, 'key#', 'wait#'],
  partHappened: [48, 'key#', 'wait#', 'element', 'part', 'variables'],
  escalationThrown: [49, 'key#', 'code'],
  escalationEscaped: [50, 'key#', 'code', 'variables', 'ends'],
  gateOpened: [51, 'scope#', 'element', 'flows'],
  gateReset: [52, 'scope#', 'element'],
  compensationRecorded: [53, 'scope#', 'record', 'at'],
  compensationStarted: [54, 'key#', 'scope#', 'activity'],
  undoBegun: [55, 'key#', 'holder#'],
  shellEntered: [56, 'key#', 'compensations'],
  compensationEnded: [57, 'key#'],
  transactionCanceled: [58, 'key#'],
  adHocClosed: [59, 'key#'],
  actionDone: [60, 'key#'],
  completionBegun: [61, 'key#'],
  callFailed: [62, 'key#'],
  instanceSuspended: [80, 'key#'],
  instanceResumed: [81, 'key#'],
  tokenDiscarded: [82, 'scope#', 'flow', 'count'],
  instanceMigrated: [83, 'key#', 'definition', 'elements', 'flows'],
  correlationKeySet: [84, 'scope#', 'id', 'value'],
  listeningBegun: [70, 'key#', 'event', 'cause'],
  listeningEnded: [71, 'key#'],
  taskTransitionBegun: [72, 'key#', 'transition'],
  taskTransitionDenied: [73, 'key#', 'transition', 'reason'],
  taskCorrected: [74, 'key#', 'corrections'],
  taskOpened: [75, 'key#'],
  terminationBegun: [76, 'key#'],
}

interface Field {
  readonly name: string
  readonly isKey: boolean
}

const fieldsOf = ([, ...fields]: Layout): Field[] =>
  fields.map((field) => ({ name: field.replace('#', ''), isKey: field.endsWith('#') }))

const FIELDS = new Map(Object.entries(LAYOUTS).map(([type, layout]) => [type, fieldsOf(layout)]))
const TYPE_OF = new Map(Object.entries(LAYOUTS).map(([type, [code]]) => [code, type]))

function encodeEvent(instance: Key, event: EngineEvent): StoredEvent {
  const stored: [number, ...unknown[]] = [LAYOUTS[event.type][0]]
  const values = event as unknown as Record<string, unknown> // read by the layout of its own type
  for (const { name, isKey } of FIELDS.get(event.type)!)
    stored.push(isKey ? (values[name] as Key) - instance : values[name])
  while (stored.at(-1) === undefined) stored.pop()
  return stored
}

function decodeEvent(instance: Key, [code, ...values]: StoredEvent): EngineEvent {
  const type = TYPE_OF.get(code)
  if (!type)
    throw new Error(`expected a known event number, got ${code}: the history is newer than this program`)
  const event: Record<string, unknown> = { type }
  for (const [at, { name, isKey }] of FIELDS.get(type)!.entries())
    event[name] = isKey ? (values[at] as number) + instance : values[at]
  return event as unknown as EngineEvent // written by `encodeEvent` with the same layout
}

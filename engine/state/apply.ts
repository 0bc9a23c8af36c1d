import { noVariables } from '../json.ts'
import type { Key } from '../key.ts'
import { childBegan, childLeft } from './children.ts'
import type { EngineEvent, EventOf, EventType } from './event.ts'
import type {
  CompensationRecord,
  ElementInstance,
  ExtraState,
  InstanceState,
  Wait,
} from './instance-state.ts'
import { newElementInstance, newExtraState } from './new-instance.ts'
import { renumber } from './renumber.ts'
import { waiterLeft, waitOpened } from './waiting.ts'

/**
 * Folds one event into the state, in place, and returns it. Needs neither diagram nor clock: replaying the history of
 * an instance rebuilds its state. Throws when an event does not fit the state, which would be a defect of the engine.
 */
export function apply(state: InstanceState, event: EngineEvent): InstanceState {
  // The table is exhaustive by type; its union of functions can't be called with a union of events without help.
  const applier = APPLIERS[event.type] as (state: InstanceState, event: EngineEvent) => void
  applier(state, event)
  return state
}

/** The element instance an event or command names; its absence would be a defect. */
export function elementInstance(state: InstanceState, key: Key): ElementInstance {
  const found = state.elements.get(key)
  if (!found) throw new Error(`instance ${state.key} has no active element instance ${key}`)
  return found
}

const APPLIERS: { readonly [T in EventType]: (state: InstanceState, event: EventOf<T>) => void } = {
  instanceCreated(state, event) {
    state.definition = event.definition
    state.parent = event.parent
    state.elements.set(event.key, newElementInstance(event.key, 0, 0, 0))
  },
  instanceCompleted: (state) => end(state, 'completed'),
  instanceCanceled: (state) => end(state, 'canceled'),
  elementActivated(state, event) {
    const begun = newElementInstance(event.key, event.element, event.scope, event.loopCounter)
    state.elements.set(event.key, begun)
    elementInstance(state, event.scope).children++
    childBegan(state, begun)
  },
  elementCompleted: (state, event) => leave(state, event.key),
  elementTerminated: (state, event) => leave(state, event.key),
  sequenceFlowTaken() {
    // The token arrives at once: where it rests is told by the next event.
  },
  tokenHeld(state, event) {
    const scope = elementInstance(state, event.scope)
    scope.held ??= new Map()
    scope.held.set(event.flow, (scope.held.get(event.flow) ?? 0) + 1)
  },
  tokensJoined(state, event) {
    const scope = elementInstance(state, event.scope)
    for (const flow of event.flows) takeHeld(scope, flow)
  },
  tokensDiscarded(state, event) {
    const scope = elementInstance(state, event.scope)
    scope.held = null
    if (scope.extra) scope.extra.gates = new Map()
  },
  variablesSet(state, event) {
    const scope = elementInstance(state, event.scope)
    scope.variables ??= noVariables()
    Object.assign(scope.variables, event.variables)
  },
  taskCreated(state, event) {
    const { assignee, candidateGroups, candidateUsers } = event
    elementInstance(state, event.key).task = { assignee, owner: null, candidateGroups, candidateUsers }
  },
  taskAssigned(state, event) {
    const task = elementInstance(state, event.key).task!
    task.assignee = event.assignee
    task.owner = event.owner ?? null
  },
  taskUpdated(state, event) {
    const task = elementInstance(state, event.key).task!
    task.candidateGroups = event.changes.candidateGroups ?? task.candidateGroups
    task.candidateUsers = event.changes.candidateUsers ?? task.candidateUsers
  },
  taskCompleted: (state, event) => {
    elementInstance(state, event.key).task = null
  },
  taskCanceled: (state, event) => {
    elementInstance(state, event.key).task = null
  },
  jobCreated(state, event) {
    elementInstance(state, event.key).job = { key: event.job, retries: event.retries }
  },
  jobCompleted(state, event) {
    dropJob(state, event.key)
    const { extra } = elementInstance(state, event.key)
    if (extra?.listening) extra.listening = { ...extra.listening, done: extra.listening.done + 1 }
  },
  jobCanceled: (state, event) => dropJob(state, event.key),
  jobErrorThrown() {
    // Whether the job is gone is told by what follows: its element is terminated, or rests with an incident.
  },
  jobFailed(state, event) {
    elementInstance(state, event.key).job!.retries = event.retries
  },
  jobRetriesUpdated(state, event) {
    elementInstance(state, event.key).job!.retries = event.retries
  },
  timerScheduled(state, event) {
    const { timer: key, element, dueAt, repetitions, cycle, part = 0 } = event
    addWait(state, event.key, { kind: 'timer', key, element, dueAt, repetitions, cycle, part })
  },
  timerFired: (state, event) => dropWait(state, event.key, event.timer),
  timerCanceled: (state, event) => dropWait(state, event.key, event.timer),
  messageSubscribed(state, event) {
    const { subscription: key, element, name, correlationKey, part = 0 } = event
    addWait(state, event.key, { kind: 'message', key, element, name, correlationKey, part })
  },
  messageCorrelated(state, event) {
    if (event.closed) dropWait(state, event.key, event.subscription)
  },
  messageUnsubscribed: (state, event) => dropWait(state, event.key, event.subscription),
  correlationKeySet(state, { scope, id, value }) {
    const extra = extraOf(state, scope)
    extra.correlationKeys = new Map([...extra.correlationKeys, [id, value]])
  },
  messagePublished() {
    // An effect outside this instance.
  },
  signalSubscribed(state, event) {
    const { subscription: key, element, name, part } = event
    addWait(state, event.key, { kind: 'signal', key, element, name, part })
  },
  signalCorrelated(state, event) {
    if (event.closed) dropWait(state, event.key, event.subscription)
  },
  signalBroadcast() {
    // An effect outside this instance; who waits inside it is told by the next events.
  },
  conditionOpened(state, event) {
    const { condition: key, element, part, holds } = event
    addWait(state, event.key, { kind: 'condition', key, element, part, holds })
  },
  conditionChanged(state, event) {
    changeWait(state, event.key, event.condition, (wait) =>
      wait.kind === 'condition' ? { ...wait, holds: event.holds } : wait,
    )
  },
  conditionMet(state, event) {
    if (event.closed) dropWait(state, event.key, event.condition)
  },
  waitClosed: (state, event) => dropWait(state, event.key, event.wait),
  partHappened(state, event) {
    const { wait: key, element, part, variables } = event
    addWait(state, event.key, { kind: 'happened', key, element, part, variables })
  },
  escalationThrown() {
    // What it interrupts or begins is told by the next events.
  },
  escalationEscaped() {
    // An effect on the calling instance.
  },
  gateOpened(state, event) {
    const extra = extraOf(state, event.scope)
    extra.gates = new Map([...extra.gates, [event.element, event.flows]])
  },
  gateReset(state, event) {
    const extra = extraOf(state, event.scope)
    extra.gates = new Map([...extra.gates].filter(([element]) => element !== event.element))
  },
  compensationRecorded(state, event) {
    const extra = extraOf(state, event.scope)
    extra.compensations = extra.compensations.toSpliced(event.at ?? Infinity, 0, event.record)
  },
  compensationStarted(state, { key, scope, activity }) {
    const from = extraOf(state, scope)
    const meant = (record: CompensationRecord) => activity === -1 || record.element === activity
    const records = from.compensations.filter(meant).flatMap(unpacked)
    const more = records.map((record) => ({ scope, record }))
    from.compensations = from.compensations.filter((record) => !meant(record))
    const extra = extraOf(state, key)
    extra.undoing = [...more, ...(extra.undoing ?? [])]
  },
  undoBegun(state, { key, holder }) {
    const extra = extraOf(state, holder)
    extra.undoing = extra.undoing!.slice(0, -1)
    extraOf(state, key).undoes = holder
  },
  shellEntered(state, { key, compensations }) {
    const extra = extraOf(state, key)
    extra.compensations = compensations
    extra.mode = 'shell'
  },
  compensationEnded(state, { key }) {
    extraOf(state, key).undoing = null
  },
  transactionCanceled(state, { key }) {
    extraOf(state, key).mode = 'canceling'
  },
  adHocClosed(state, { key }) {
    extraOf(state, key).mode = 'closing'
  },
  completionBegun(state, { key }) {
    extraOf(state, key).mode = 'completing'
  },
  actionDone(state, { key }) {
    extraOf(state, key).thrown++
  },
  errorThrown() {
    // What it interrupts is told by the next events.
  },
  errorEscaped() {
    // An effect on the calling instance.
  },
  loopStarted(state, event) {
    elementInstance(state, event.key).loop = {
      total: event.total,
      started: 0,
      completed: 0,
      outputs: event.collectsOutput ? new Array(event.total).fill(null) : null,
    }
  },
  loopItemStarted(state, event) {
    elementInstance(state, event.key).loop!.started++
  },
  loopItemCompleted(state, event) {
    const loop = elementInstance(state, event.key).loop!
    loop.completed++
    if (loop.outputs) loop.outputs[event.index] = event.output
  },
  processCalled(state, event) {
    elementInstance(state, event.key).called = event.called
  },
  callCanceled(state, event) {
    elementInstance(state, event.key).called = 0
  },
  callCompleted(state, event) {
    elementInstance(state, event.key).called = 0
  },
  callFailed(state, event) {
    elementInstance(state, event.key).called = 0
  },
  decisionEvaluated() {
    // Kept for the audit trail; its result arrives as variables.
  },
  incidentRaised(state, event) {
    const instance = elementInstance(state, event.key)
    instance.incident = { key: event.incident, type: event.incidentType, message: event.message }
    instance.phase = event.phase
  },
  incidentResolved(state, event) {
    const instance = elementInstance(state, event.key)
    instance.incident = null
    instance.phase = 'active'
  },
  instanceSuspended(state) {
    state.suspended = true
  },
  instanceResumed(state) {
    state.suspended = false
  },
  tokenDiscarded(state, event) {
    takeHeld(elementInstance(state, event.scope), event.flow, event.count)
  },
  instanceMigrated: renumber,
  listeningBegun(state, { key, event, cause }) {
    extraOf(state, key).listening = { event, done: 0, cause, transition: null }
  },
  listeningEnded: (state, { key }) => stopListening(state, key),
  taskTransitionBegun(state, { key, transition }) {
    extraOf(state, key).listening = { event: transition.kind, done: 0, cause: null, transition }
  },
  taskTransitionDenied: (state, { key }) => stopListening(state, key),
  taskCorrected(state, { key, corrections }) {
    const extra = extraOf(state, key)
    const listening = extra.listening!
    const transition = listening.transition!
    const merged = { ...transition.corrections, ...corrections }
    extra.listening = { ...listening, transition: { ...transition, corrections: merged } }
  },
  taskOpened() {
    // Nobody could do anything with it before; its attributes are set by other events.
  },
  terminationBegun(state, { key }) {
    extraOf(state, key).mode = 'terminating'
  },
}

function end(state: InstanceState, status: 'completed' | 'canceled'): void {
  state.status = status
  state.suspended = false
  const root = elementInstance(state, state.key)
  root.waits = []
  root.held = null
  root.extra = null
}

function leave(state: InstanceState, key: Key): void {
  const instance = elementInstance(state, key)
  state.elements.delete(key)
  elementInstance(state, instance.scope).children--
  childLeft(state, instance)
  waiterLeft(state, key)
}

function takeHeld(scope: ElementInstance, flow: number, taken = 1): void {
  const held = scope.held!
  const count = held.get(flow)! - taken
  if (count > 0) held.set(flow, count)
  else held.delete(flow)
  if (held.size === 0) scope.held = null
}

function dropJob(state: InstanceState, key: Key): void {
  elementInstance(state, key).job = null
}

function extraOf(state: InstanceState, key: Key): ExtraState {
  const instance = elementInstance(state, key)
  instance.extra ??= newExtraState()
  return instance.extra
}

/** Of a loop each instance is undone. */
const unpacked = (record: CompensationRecord): readonly CompensationRecord[] =>
  record.isLoop ? record.inner.flatMap(unpacked) : [record]

function stopListening(state: InstanceState, key: Key): void {
  extraOf(state, key).listening = null
}

function changeWait(state: InstanceState, key: Key, wait: Key, change: (wait: Wait) => Wait): void {
  const instance = elementInstance(state, key)
  instance.waits = instance.waits.map((one) => (one.key === wait ? change(one) : one))
}

function addWait(state: InstanceState, key: Key, wait: Wait): void {
  const instance = elementInstance(state, key)
  instance.waits = [...instance.waits, wait]
  waitOpened(state, key, wait)
}

function dropWait(state: InstanceState, key: Key, wait: Key): void {
  const instance = elementInstance(state, key)
  instance.waits = instance.waits.filter((one) => one.key !== wait)
}

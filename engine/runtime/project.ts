import type { Key } from '../key.ts'
import type { TaskTransitionName } from '../ports/rows.ts'
import { elementInstance } from '../state/apply.ts'
import type { EngineEvent, EventOf, EventType } from '../state/event.ts'
import type { TaskTransition } from '../state/instance-state.ts'
import { migrateRows } from './project-migration.ts'
import { projectActivated, projectEnded, withdrawOffer } from './project-offers.ts'
import { resumeRows, suspendRows } from './project-suspension.ts'
import { openWait } from './project-waits.ts'
import { changeTask, type Projection } from './projection.ts'

type Projectors = { readonly [T in EventType]?: (p: Projection, event: EventOf<T>) => void }

/** Turns one event into row writes. Whatever a screen or worker looks for is projected here and nowhere else. */
export function project(p: Projection, event: EngineEvent): void {
  // As in `apply`: the table is exhaustive by type, its union can't be called without help.
  const projector = PROJECTORS[event.type] as ((p: Projection, event: EngineEvent) => void) | undefined
  projector?.(p, event)
}

const PROJECTORS: Projectors = {
  elementActivated: projectActivated,
  elementCompleted: (p, event) => projectEnded(p, event.key),
  elementTerminated: (p, event) => projectEnded(p, event.key),
  shellEntered: (p, event) => withdrawOffer(p, event.key),
  adHocClosed: (p, event) => withdrawOffer(p, event.key),
  completionBegun: (p, event) => withdrawOffer(p, event.key),
  taskCreated(p, event) {
    const { id, name } = elementOf(p, event.key)
    p.rows.insert('tasks', p.instance, {
      key: event.key,
      instance: p.instance,
      definition: p.definition,
      elementId: id,
      name,
      state: 'CREATED',
      assignee: event.assignee,
      candidateGroups: JSON.stringify(event.candidateGroups),
      candidateUsers: JSON.stringify(event.candidateUsers),
      dueAt: event.dueAt,
      followUpAt: event.followUpAt,
      priority: event.priority,
      createdAt: p.now,
      endedAt: null,
      outcome: null,
      completedBy: null,
      suspended: 0,
      owner: null,
      transition: '',
      revision: p.revision,
    })
  },
  taskAssigned: (p, event) =>
    changeTask(p, event.key, { assignee: event.assignee, owner: event.owner ?? null }),
  taskUpdated(p, event) {
    const { candidateGroups, candidateUsers, ...plain } = event.changes
    changeTask(p, event.key, {
      ...plain,
      ...(candidateGroups && { candidateGroups: JSON.stringify(candidateGroups) }),
      ...(candidateUsers && { candidateUsers: JSON.stringify(candidateUsers) }),
    })
  },
  taskCompleted(p, { key, outcome, listened }) {
    const [state, endedAt] = ['COMPLETED', p.now] as const
    // After listeners it is a worker who asks: who completed it was kept when they were.
    const changes = listened ? { state, endedAt, outcome } : { state, endedAt, outcome, completedBy: p.by }
    changeTask(p, key, changes)
  },
  taskCanceled: (p, event) => changeTask(p, event.key, { state: 'CANCELED', endedAt: p.now, transition: '' }),
  taskTransitionBegun: (p, event) =>
    changeTask(p, event.key, {
      transition: TRANSITIONS[event.transition.kind],
      ...(event.transition.kind === 'completing' && { completedBy: p.by }),
    }),
  taskTransitionDenied: (p, event) =>
    changeTask(p, event.key, {
      transition: '',
      ...(event.transition === 'completing' && { completedBy: null }),
    }),
  listeningEnded(p, event) {
    if (elementInstance(p.state, event.key).task) changeTask(p, event.key, { transition: '' })
  },
  jobCreated(p, event) {
    p.rows.insert('jobs', p.instance, {
      key: event.job,
      instance: p.instance,
      elementInstance: event.key,
      definition: p.definition,
      elementId: elementOf(p, event.key).id,
      type: event.jobType,
      state: 'open',
      retries: event.retries,
      availableAt: p.now,
      lease: 0,
      worker: '',
      headers: JSON.stringify(event.headers),
      message: '',
      listener: event.listener ?? '',
    })
  },
  jobCompleted: (p, event) => p.rows.delete('jobs', p.instance, event.job),
  jobCanceled: (p, event) => p.rows.delete('jobs', p.instance, event.job),
  jobFailed: (p, event) =>
    p.rows.update('jobs', p.instance, event.job, {
      state: event.retries > 0 ? 'open' : 'incident',
      retries: event.retries,
      availableAt: event.retryAt,
      worker: '',
      message: event.message,
    }),
  jobRetriesUpdated: (p, event) => p.rows.update('jobs', p.instance, event.job, { retries: event.retries }),
  timerScheduled(p, { timer: key, key: at, part = 0, ...wait }) {
    if (!p.state.suspended) openWait(p, at, { kind: 'timer', key, part, ...wait })
  },
  timerFired: (p, event) => p.rows.delete('timers', p.instance, event.timer),
  timerCanceled: (p, event) => p.rows.delete('timers', p.instance, event.timer),
  messageSubscribed(p, { subscription: key, key: at, part = 0, ...wait }) {
    if (!p.state.suspended) openWait(p, at, { kind: 'message', key, part, ...wait })
  },
  signalSubscribed(p, { subscription: key, key: at, ...wait }) {
    if (!p.state.suspended) openWait(p, at, { kind: 'signal', key, ...wait })
  },
  signalCorrelated(p, event) {
    if (event.closed) p.rows.delete('subscriptions', p.instance, event.subscription)
  },
  waitClosed(p, event) {
    const closed = elementInstance(p.state, event.key).waits.find(({ key }) => key === event.wait)
    if (closed?.kind === 'signal') p.rows.delete('subscriptions', p.instance, event.wait)
  },
  messageCorrelated(p, event) {
    if (event.closed) p.rows.delete('subscriptions', p.instance, event.subscription)
  },
  messageUnsubscribed: (p, event) => p.rows.delete('subscriptions', p.instance, event.subscription),
  incidentRaised(p, event) {
    const job = jobOf(p, event.key)
    p.rows.insert('incidents', p.instance, {
      key: event.incident,
      instance: p.instance,
      elementInstance: event.key,
      definition: p.definition,
      elementId: elementOf(p, event.key).id,
      job,
      type: event.incidentType,
      message: event.message,
      state: 'ACTIVE',
      createdAt: p.now,
      resolvedAt: null,
    })
    if (job) p.rows.update('jobs', p.instance, job, { state: 'incident' })
  },
  incidentResolved(p, event) {
    p.rows.update('incidents', p.instance, event.incident, { state: 'RESOLVED', resolvedAt: p.now })
    const job = jobOf(p, event.key)
    if (job) p.rows.update('jobs', p.instance, job, { state: 'open', availableAt: p.now })
  },
  instanceSuspended: (p) => suspendRows(p),
  instanceResumed: (p) => resumeRows(p),
  instanceMigrated: (p, event) => migrateRows(p, event),
}

const TRANSITIONS: { readonly [K in TaskTransition['kind']]: TaskTransitionName } = {
  creating: 'CREATING',
  assigning: 'ASSIGNING',
  updating: 'UPDATING',
  completing: 'COMPLETING',
  canceling: 'CANCELING',
}

const jobOf = (p: Projection, key: Key): Key => elementInstance(p.state, key).job?.key ?? 0

const elementOf = (p: Projection, key: Key) => p.graph.elements[elementInstance(p.state, key).element]!

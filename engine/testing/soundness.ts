import type { EngineEvent } from '../state/event.ts'
import type { Player } from './player.ts'

/** What must hold of every run of every model, looked at step by step. [R13] */
export class Soundness {
  private readonly player: Player
  private seen = 0
  /** Element instances that are active, by what the events say. */
  private readonly active = new Set<number>()
  private readonly ended = new Set<number>()
  /** Tasks, jobs, timers, subscriptions, conditions, parts and incidents that are open, by what the events say. */
  private readonly open = new Set<string>()

  constructor(player: Player) {
    this.player = player
  }

  /** What does not hold now. */
  problems(): string[] {
    const wrong: string[] = []
    const { events } = this.player
    for (; this.seen < events.length; this.seen++) wrong.push(...this.look(events[this.seen]!))
    return [...wrong, ...this.orphans(), ...leftovers(this.player)]
  }

  /** Each element that was activated ends exactly once, or is still active. */
  private look(event: EngineEvent): string[] {
    for (const opened of openedBy(event)) this.open.add(opened)
    for (const closed of closedBy(event)) this.open.delete(closed)
    if (event.type === 'elementActivated') this.active.add(event.key)
    if (event.type !== 'elementCompleted' && event.type !== 'elementTerminated') return []
    const isFirst = this.active.delete(event.key) && !this.ended.has(event.key)
    this.ended.add(event.key)
    return isFirst ? [] : [`${event.key} ended more than once, or never began`]
  }

  /** What is open belongs to active elements only: what was opened was closed. */
  private orphans(): string[] {
    const left = new Set(this.open)
    for (const { key, task, job, waits, incident } of this.player.state.elements.values()) {
      if (incident) left.delete(`incident ${incident.key}`)
      if (task) left.delete(`task ${key}`)
      if (job) left.delete(`job ${job.key}`)
      for (const wait of waits) left.delete(`${OPENED_AS[wait.kind]} ${wait.key}`)
    }
    return [...left].map((what) => `${what} is open but belongs to nothing`)
  }
}

function openedBy(event: EngineEvent): string[] {
  switch (event.type) {
    case 'taskCreated':
      return [`task ${event.key}`]
    case 'jobCreated':
      return [`job ${event.job}`]
    case 'timerScheduled':
      return [`timer ${event.timer}`]
    case 'messageSubscribed':
    case 'signalSubscribed':
      return [`subscription ${event.subscription}`]
    case 'conditionOpened':
      return [`condition ${event.condition}`]
    case 'partHappened':
      return [`part ${event.wait}`]
    case 'incidentRaised':
      return [`incident ${event.incident}`]
    default:
      return []
  }
}

function closedBy(event: EngineEvent): string[] {
  switch (event.type) {
    case 'taskCompleted':
    case 'taskCanceled':
      return [`task ${event.key}`]
    case 'jobCompleted':
    case 'jobCanceled':
      return [`job ${event.job}`]
    case 'timerFired':
    case 'timerCanceled':
      return [`timer ${event.timer}`]
    case 'messageCorrelated':
    case 'signalCorrelated':
      return event.closed ? [`subscription ${event.subscription}`] : []
    case 'messageUnsubscribed':
      return [`subscription ${event.subscription}`]
    case 'conditionMet':
      return event.closed ? [`condition ${event.condition}`] : []
    case 'waitClosed':
      return ['subscription', 'condition', 'part'].map((kind) => `${kind} ${event.wait}`)
    case 'incidentResolved':
      return [`incident ${event.incident}`]
    default:
      return []
  }
}

const OPENED_AS = {
  timer: 'timer',
  message: 'subscription',
  signal: 'subscription',
  condition: 'condition',
  happened: 'part',
} as const

/** Children are counted rightly, and an instance that has ended has nothing in it. */
function leftovers(player: Player): string[] {
  const { state } = player
  const wrong: string[] = []
  const counted = new Map<number, number>()
  for (const { scope } of state.elements.values()) counted.set(scope, (counted.get(scope) ?? 0) + 1)
  for (const one of state.elements.values())
    if (one.children !== (counted.get(one.key) ?? 0)) wrong.push(`${one.key} counts ${one.children} children`)
  if (state.status !== 'active' && state.elements.size !== 1)
    wrong.push(`ended with ${state.elements.size - 1} active elements`)
  return wrong
}

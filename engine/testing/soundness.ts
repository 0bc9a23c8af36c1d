import type { EngineEvent } from '../state/event.ts'
import type { Player } from './player.ts'

/** What must hold of every run of every model. [R13] Returns what does not. */
export function unsound(player: Player): string[] {
  return [...unfinished(player.events), ...orphans(player), ...leftovers(player)]
}

/** Each element that was activated ends exactly once, or is still active. */
function unfinished(events: readonly EngineEvent[]): string[] {
  const ended = new Map<number, number>()
  for (const event of events) {
    if (event.type === 'elementActivated') ended.set(event.key, 0)
    if (event.type === 'elementCompleted' || event.type === 'elementTerminated')
      ended.set(event.key, (ended.get(event.key) ?? Number.NaN) + 1)
  }
  return [...ended].filter(([, times]) => !(times <= 1)).map(([key, times]) => `${key} ended ${times} times`)
}

/** Tasks, jobs, timers, subscriptions and incidents belong to active elements only: what was opened was closed. */
function orphans(player: Player): string[] {
  const open = new Set<string>()
  for (const event of player.events) {
    if (event.type === 'taskCreated') open.add(`task ${event.key}`)
    if (event.type === 'taskCompleted' || event.type === 'taskCanceled') open.delete(`task ${event.key}`)
    if (event.type === 'jobCreated') open.add(`job ${event.job}`)
    if (event.type === 'jobCompleted' || event.type === 'jobCanceled') open.delete(`job ${event.job}`)
    if (event.type === 'timerScheduled') open.add(`timer ${event.timer}`)
    if (event.type === 'timerFired' || event.type === 'timerCanceled') open.delete(`timer ${event.timer}`)
    if (event.type === 'signalSubscribed') open.add(`subscription ${event.subscription}`)
    if (event.type === 'signalCorrelated' && event.closed) open.delete(`subscription ${event.subscription}`)
    if (event.type === 'conditionOpened') open.add(`condition ${event.condition}`)
    if (event.type === 'conditionMet' && event.closed) open.delete(`condition ${event.condition}`)
    if (event.type === 'partHappened') open.add(`part ${event.wait}`)
    if (event.type === 'waitClosed')
      for (const kind of ['subscription', 'condition', 'part']) open.delete(`${kind} ${event.wait}`)
    if (event.type === 'messageSubscribed') open.add(`subscription ${event.subscription}`)
    if (event.type === 'incidentRaised') open.add(`incident ${event.incident}`)
    if (event.type === 'incidentResolved') open.delete(`incident ${event.incident}`)
    if (event.type === 'messageUnsubscribed' || (event.type === 'messageCorrelated' && event.closed))
      open.delete(`subscription ${event.subscription}`)
  }
  for (const { key, task, job, waits, incident } of player.state.elements.values()) {
    if (incident) open.delete(`incident ${incident.key}`)
    if (task) open.delete(`task ${key}`)
    if (job) open.delete(`job ${job.key}`)
    for (const wait of waits) open.delete(`${OPENED_AS[wait.kind]} ${wait.key}`)
  }
  return [...open].map((what) => `${what} is open but belongs to nothing`)
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

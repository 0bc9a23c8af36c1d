import type { EngineEvent } from '../state/event.ts'

/** By how many open incidents there are more after these events: an element instance has one at most. [IN1] */
export function incidentsMore(events: readonly EngineEvent[]): number {
  let more = 0
  for (const { type } of events) {
    if (type === 'incidentRaised') more++
    if (type === 'incidentResolved') more--
  }
  return more
}

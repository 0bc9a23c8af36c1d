import type { IncidentType } from '../state/instance-state.ts'

/**
 * Thrown inside a step when an element can't go on; the life cycle turns it into an `incidentRaised` event, so it
 * never leaves `engine/step`. Whoever throws it must not have emitted anything that could not be done again.
 */
export class Stuck extends Error {
  readonly type: IncidentType
  constructor(type: IncidentType, message: string) {
    super(message)
    this.name = 'Stuck'
    this.type = type
  }
}

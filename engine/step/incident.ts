import type { ElementInstance, Phase } from '../state/instance-state.ts'
import type { Execution } from './execution.ts'
import { Stuck } from './stuck.ts'

/** Makes a failure visible where it happened: the token rests there until someone helps. [IN1] Defects are thrown on. */
export function raise(x: Execution, instance: ElementInstance, phase: Phase, error: unknown): void {
  if (!(error instanceof Stuck)) throw error
  takeBackIncident(x, instance)
  const { key } = instance
  const incident = x.context.nextKey()
  x.emit({ type: 'incidentRaised', key, incident, incidentType: error.type, phase, message: error.message })
}

/** An element instance has one incident at most, and none once it has gone on. [IN1] */
export function takeBackIncident(x: Execution, { key, incident }: ElementInstance): void {
  if (incident) x.emit({ type: 'incidentResolved', key, incident: incident.key })
}

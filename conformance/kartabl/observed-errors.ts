import type { IncidentRow } from '../../engine/ports/rows.ts'
import type { Engine } from '../../engine/runtime/index.ts'
import type { ObservedError } from '../running/contender.ts'

/** Open incidents: what could not go on rests there. */
export async function observedErrors({ store }: Engine): Promise<ObservedError[]> {
  const incidents = await store.find('incidents', { where: [{ column: 'state', is: '=', value: 'ACTIVE' }] })
  return incidents.map((incident) => ({
    kind: kindOf(incident),
    element: incident.elementId,
    code: /^error '(.*?)'/.exec(incident.message)?.[1] ?? '',
    message: `${incident.type} at ${incident.elementId}: ${incident.message}`,
  }))
}

/** That no flow could be taken and that a condition could not be computed are told apart by their message only. */
function kindOf({ type, message }: IncidentRow): ObservedError['kind'] {
  if (type === 'UNHANDLED_ERROR_EVENT') return 'uncaughtError'
  if (type === 'CONDITION_ERROR')
    return message.startsWith('no outgoing flow') ? 'noOutgoingFlow' : 'expression'
  return type === 'EXTRACT_VALUE_ERROR' || type === 'IO_MAPPING_ERROR' ? 'expression' : 'runtime'
}

import type { Rows } from '../../../engine/ports/rows.ts'
import type { IncidentType } from '../../../engine/state/instance-state.ts'
import type { ErrorType, Incident } from '../../contract/v2/incidents.ts'
import { DEFAULT_TENANT } from '../../contract/v2/key.ts'
import { keyText, keyTextOrNone, timeText } from '../key.ts'

/** What the contract has no word for is UNSPECIFIED there; the message says it. */
export const errorTypeOf: Readonly<Record<IncidentType, ErrorType>> = {
  IO_MAPPING_ERROR: 'IO_MAPPING_ERROR',
  CONDITION_ERROR: 'CONDITION_ERROR',
  EXTRACT_VALUE_ERROR: 'EXTRACT_VALUE_ERROR',
  CALLED_ELEMENT_ERROR: 'CALLED_ELEMENT_ERROR',
  CALLED_DECISION_ERROR: 'CALLED_DECISION_ERROR',
  DECISION_EVALUATION_ERROR: 'DECISION_EVALUATION_ERROR',
  JOB_NO_RETRIES: 'JOB_NO_RETRIES',
  UNHANDLED_ERROR_EVENT: 'UNHANDLED_ERROR_EVENT',
  ENDLESS_LOOP: 'UNSPECIFIED',
  RESOURCE_LIMIT: 'UNSPECIFIED',
}

/** An incident as the contract has it. */
export const presentIncident = (row: Rows['incidents'], processDefinitionId: string): Incident => ({
  processDefinitionId,
  errorType: errorTypeOf[row.type],
  errorMessage: row.message,
  elementId: row.elementId,
  creationTime: timeText(row.createdAt),
  state: row.state,
  tenantId: DEFAULT_TENANT,
  incidentKey: keyText(row.key),
  processDefinitionKey: keyText(row.definition),
  processInstanceKey: keyText(row.instance),
  elementInstanceKey: keyText(row.elementInstance),
  jobKey: keyTextOrNone(row.job),
})

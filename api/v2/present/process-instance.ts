import type { Rows } from '../../../engine/ports/rows.ts'
import type { InstanceStatus } from '../../../engine/state/instance-state.ts'
import type { InstanceState } from '../../contract/v2/instance-filter.ts'
import { DEFAULT_TENANT } from '../../contract/v2/key.ts'
import type { ProcessInstance } from '../../contract/v2/process-instances.ts'
import { keyText, keyTextOrNone, timeText, timeTextOrNone } from '../key.ts'

const stateOfStatus: Readonly<Record<InstanceStatus, InstanceState>> = {
  active: 'ACTIVE',
  completed: 'COMPLETED',
  canceled: 'TERMINATED',
}

/** A process instance in the words of the contract. */
export const presentProcessInstance = (
  row: Omit<Rows['instances'], 'state' | 'variables'>,
  definition: Rows['processDefinitions'],
): ProcessInstance => ({
  processDefinitionId: definition.processId,
  processDefinitionName: definition.name,
  processDefinitionVersion: definition.version,
  processDefinitionVersionTag: definition.versionTag ?? undefined,
  startDate: timeText(row.startedAt),
  endDate: timeTextOrNone(row.endedAt),
  state: stateOfStatus[row.status],
  hasIncident: row.incidents > 0,
  tenantId: DEFAULT_TENANT,
  processInstanceKey: keyText(row.key),
  processDefinitionKey: keyText(row.definition),
  parentProcessInstanceKey: keyTextOrNone(row.parent),
  parentElementInstanceKey: keyTextOrNone(row.parentElement),
})

import type { Rows } from '../../../engine/ports/rows.ts'
import { DEFAULT_TENANT } from '../../contract/v2/key.ts'
import type { ProcessDefinition } from '../../contract/v2/process-definitions.ts'
import { keyText } from '../key.ts'

export const presentProcessDefinition = (
  row: Omit<Rows['processDefinitions'], 'xml'>,
  hasStartForm: boolean,
): ProcessDefinition => ({
  name: row.name === '' ? undefined : row.name,
  resourceName: row.resourceName,
  version: row.version,
  versionTag: row.versionTag ?? undefined,
  processDefinitionId: row.processId,
  tenantId: DEFAULT_TENANT,
  processDefinitionKey: keyText(row.key),
  hasStartForm,
})

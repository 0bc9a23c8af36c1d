import type { Rows } from '../../../engine/ports/rows.ts'
import type { Deployment } from '../../../engine/runtime/engine.ts'
import type { DeployedResource, DeploymentAnswer } from '../../contract/v2/deployments.ts'
import { DEFAULT_TENANT } from '../../contract/v2/key.ts'
import { keyText } from '../key.ts'
import { presentDecision, requirementsKeys } from './decision.ts'

const tenantId = DEFAULT_TENANT

/** A deployment as the contract lists it: one entry for each process, decision, decision file and form. */
export function presentDeployment({ key, processes, decisions, forms }: Deployment): DeploymentAnswer {
  return {
    tenantId,
    deploymentKey: keyText(key),
    deployments: [
      ...processes.map(({ row }) => ({ processDefinition: processOf(row) })),
      ...decisionsOf(decisions.map(({ row }) => row)),
      ...forms.map(({ row }) => ({ form: formOf(row) })),
    ],
  }
}

const processOf = (row: Rows['processDefinitions']) => ({
  processDefinitionId: row.processId,
  processDefinitionVersion: row.version,
  resourceName: row.resourceName,
  tenantId,
  processDefinitionKey: keyText(row.key),
})

const formOf = (row: Rows['forms']) => ({
  formId: row.formId,
  version: row.version,
  resourceName: row.resourceName,
  tenantId,
  formKey: keyText(row.key),
})

function decisionsOf(rows: readonly Rows['decisions'][]): DeployedResource[] {
  const keyOfFile = requirementsKeys(rows)
  const files = rows.filter((row) => keyOfFile(row) === row.key)
  return [
    ...rows.map((row) => ({ decisionDefinition: presentDecision(row, keyOfFile(row)) })),
    ...files.map((row) => ({ decisionRequirements: requirementsOf(row) })),
  ]
}

const requirementsOf = (row: Rows['decisions']) => ({
  decisionRequirementsId: row.requirementsId,
  decisionRequirementsName: row.requirementsId,
  version: row.version,
  resourceName: row.resourceName,
  tenantId,
  decisionRequirementsKey: keyText(row.key),
})

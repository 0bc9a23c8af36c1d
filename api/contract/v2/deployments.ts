import { z } from 'zod'
import { TenantId, V2Key } from './key.ts'
import { operation } from './operation.ts'

const DeployedProcess = z.object({
  processDefinitionId: z.string(),
  processDefinitionVersion: z.number().int(),
  resourceName: z.string(),
  tenantId: TenantId,
  processDefinitionKey: V2Key,
})

const DeployedDecision = z.object({
  decisionDefinitionId: z.string(),
  version: z.number().int(),
  name: z.string(),
  tenantId: TenantId,
  decisionRequirementsId: z.string(),
  decisionDefinitionKey: V2Key,
  decisionRequirementsKey: V2Key,
})

const DeployedRequirements = z.object({
  decisionRequirementsId: z.string(),
  decisionRequirementsName: z.string(),
  version: z.number().int(),
  resourceName: z.string(),
  tenantId: TenantId,
  decisionRequirementsKey: V2Key,
})

const DeployedForm = z.object({
  formId: z.string(),
  version: z.number().int(),
  resourceName: z.string(),
  tenantId: TenantId,
  formKey: V2Key,
})

/** One thing of a deployment. */
export const DeployedResource = z.object({
  processDefinition: DeployedProcess.optional(),
  decisionDefinition: DeployedDecision.optional(),
  decisionRequirements: DeployedRequirements.optional(),
  form: DeployedForm.optional(),
})
export type DeployedResource = z.infer<typeof DeployedResource>

export const DeploymentAnswer = z
  .object({ tenantId: TenantId, deploymentKey: V2Key, deployments: z.array(DeployedResource) })
  .meta({ id: 'V2Deployment' })
export type DeploymentAnswer = z.infer<typeof DeploymentAnswer>

/** Read from the multipart body by the route itself; described here for the document. */
export const DeploymentForm = z.object({
  resources: z.array(z.any().meta({ type: 'string', format: 'binary' })),
  tenantId: TenantId.optional(),
})

export const createDeployment = operation({
  id: 'createDeployment',
  method: 'post',
  path: '/deployments',
  tag: 'Resource',
  summary: 'Deploy processes, decisions and forms: all files or none',
  answer: DeploymentAnswer,
  consumes: 'multipart/form-data',
})

export const Resource = z
  .object({
    resourceName: z.string(),
    version: z.number().int(),
    versionTag: z.string().optional(),
    resourceId: z.string(),
    tenantId: TenantId,
    resourceKey: V2Key,
  })
  .meta({ id: 'V2Resource' })
export type Resource = z.infer<typeof Resource>

const params = z.object({ resourceKey: V2Key })

export const getResource = operation({
  id: 'getResource',
  method: 'get',
  path: '/resources/{resourceKey}',
  tag: 'Resource',
  summary: 'Get what a deployed process, decision or form is',
  params,
  answer: Resource,
})

export const getResourceContent = operation({
  id: 'getResourceContent',
  method: 'get',
  path: '/resources/{resourceKey}/content',
  tag: 'Resource',
  summary: 'Get the file of a deployed process, decision or form',
  params,
  answer: z.string(),
  produces: 'text/plain',
})

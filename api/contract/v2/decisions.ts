import { z } from 'zod'
import { filterOf } from './filter.ts'
import { TenantId, V2Key } from './key.ts'
import { operation } from './operation.ts'
import { searchAnswer, searchBody } from './search.ts'

export const DecisionDefinition = z
  .object({
    decisionDefinitionId: z.string(),
    name: z.string(),
    version: z.number().int(),
    decisionRequirementsId: z.string(),
    tenantId: TenantId,
    decisionDefinitionKey: V2Key,
    decisionRequirementsKey: V2Key,
  })
  .meta({ id: 'V2DecisionDefinition' })
export type DecisionDefinition = z.infer<typeof DecisionDefinition>

export const DecisionDefinitionFilter = filterOf({
  decisionDefinitionId: z.string(),
  name: z.string(),
  version: z.number().int(),
  decisionRequirementsId: z.string(),
  tenantId: z.string(),
  decisionDefinitionKey: V2Key,
  decisionRequirementsKey: V2Key,
})
export type DecisionDefinitionFilter = z.infer<typeof DecisionDefinitionFilter>

export const decisionSortFields = [
  'decisionDefinitionKey',
  'decisionDefinitionId',
  'name',
  'version',
  'decisionRequirementsId',
  'decisionRequirementsKey',
  'tenantId',
] as const

const tag = 'Decision definition'
const params = z.object({ decisionDefinitionKey: V2Key })
const path = '/decision-definitions/{decisionDefinitionKey}'

export const searchDecisionDefinitions = operation({
  id: 'searchDecisionDefinitions',
  method: 'post',
  path: '/decision-definitions/search',
  tag,
  summary: 'Search deployed decisions',
  body: searchBody(decisionSortFields, DecisionDefinitionFilter),
  answer: searchAnswer(DecisionDefinition),
})

export const getDecisionDefinition = operation({
  id: 'getDecisionDefinition',
  method: 'get',
  path,
  tag,
  summary: 'Get a deployed decision',
  params,
  answer: DecisionDefinition,
})

export const getDecisionDefinitionXml = operation({
  id: 'getDecisionDefinitionXML',
  method: 'get',
  path: `${path}/xml`,
  tag,
  summary: 'Get the file of a deployed decision',
  params,
  answer: z.string(),
  produces: 'text/xml',
})

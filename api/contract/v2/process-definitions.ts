import { z } from 'zod'
import { Values } from '../primitives.ts'
import { filterOf, StringFilter } from './filter.ts'
import { InstanceStatisticsFilter } from './instance-filter.ts'
import { TenantId, V2Key } from './key.ts'
import { operation } from './operation.ts'
import { searchAnswer, searchBody } from './search.ts'

export const ProcessDefinition = z
  .object({
    name: z.string().optional(),
    resourceName: z.string(),
    version: z.number().int(),
    versionTag: z.string().optional(),
    processDefinitionId: z.string(),
    tenantId: TenantId,
    processDefinitionKey: V2Key,
    hasStartForm: z.boolean(),
  })
  .meta({ id: 'V2ProcessDefinition' })
export type ProcessDefinition = z.infer<typeof ProcessDefinition>

export const ProcessDefinitionFilter = filterOf({
  name: StringFilter,
  isLatestVersion: z.boolean(),
  resourceName: z.string(),
  version: z.number().int(),
  versionTag: z.string(),
  processDefinitionId: StringFilter,
  tenantId: z.string(),
  processDefinitionKey: V2Key,
  hasStartForm: z.boolean(),
})
export type ProcessDefinitionFilter = z.infer<typeof ProcessDefinitionFilter>

export const processDefinitionSortFields = [
  'processDefinitionKey',
  'name',
  'resourceName',
  'version',
  'versionTag',
  'processDefinitionId',
  'tenantId',
] as const

/** A form-js form as it was deployed. */
export const Form = z
  .object({
    tenantId: TenantId,
    schema: Values,
    /** These three only of forms that are deployed by themselves, not inside a diagram. */
    formId: z.string().optional(),
    version: z.number().int().optional(),
    formKey: V2Key.optional(),
  })
  .meta({ id: 'V2Form' })
export type Form = z.infer<typeof Form>

/** Element instances of one element, counted. */
export const ElementStatistics = z
  .object({
    elementId: z.string(),
    active: z.number().int(),
    canceled: z.number().int(),
    incidents: z.number().int(),
    completed: z.number().int(),
  })
  .meta({ id: 'V2ElementStatistics' })
export type ElementStatistics = z.infer<typeof ElementStatistics>
export const StatisticsAnswer = z.object({ items: z.array(ElementStatistics) })

const tag = 'Process definition'
const params = z.object({ processDefinitionKey: V2Key })
const path = '/process-definitions/{processDefinitionKey}'

export const searchProcessDefinitions = operation({
  id: 'searchProcessDefinitions',
  method: 'post',
  path: '/process-definitions/search',
  tag,
  summary: 'Search deployed processes',
  body: searchBody(processDefinitionSortFields, ProcessDefinitionFilter),
  answer: searchAnswer(ProcessDefinition),
})

export const getProcessDefinition = operation({
  id: 'getProcessDefinition',
  method: 'get',
  path,
  tag,
  summary: 'Get a deployed process',
  params,
  answer: ProcessDefinition,
})

export const getProcessDefinitionXml = operation({
  id: 'getProcessDefinitionXML',
  method: 'get',
  path: `${path}/xml`,
  tag,
  summary: 'Get the diagram of a deployed process',
  params,
  answer: z.string(),
  produces: 'text/xml',
})

export const getStartProcessForm = operation({
  id: 'getStartProcessForm',
  method: 'get',
  path: `${path}/form`,
  tag,
  summary: 'Get the form that starts a process',
  params,
  answer: Form.nullable(),
})

export const getProcessDefinitionStatistics = operation({
  id: 'getProcessDefinitionStatistics',
  method: 'post',
  path: `${path}/statistics/element-instances`,
  tag,
  summary: 'Count element instances by element over the instances of a process',
  params,
  body: z.object({ filter: InstanceStatisticsFilter.optional() }).prefault({}),
  answer: StatisticsAnswer,
})

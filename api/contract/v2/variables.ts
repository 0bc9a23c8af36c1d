import { z } from 'zod'
import { Values } from '../primitives.ts'
import { filterOf, KeyFilter, StringFilter } from './filter.ts'
import { OnlyTenant, TenantId, V2Key } from './key.ts'
import { operation } from './operation.ts'
import { searchAnswer, searchBody } from './search.ts'

/** Variables by name; null and absent mean none. */
export const GivenVariables = Values.nullish()

const base = {
  name: z.string(),
  tenantId: TenantId,
  variableKey: V2Key,
  scopeKey: V2Key,
  processInstanceKey: V2Key,
}
/** `value` is JSON text. */
export const Variable = z.object({ ...base, value: z.string() }).meta({ id: 'V2Variable' })
export type Variable = z.infer<typeof Variable>

export const FoundVariable = z
  .object({ ...base, value: z.string(), isTruncated: z.boolean() })
  .meta({ id: 'V2FoundVariable' })
export type FoundVariable = z.infer<typeof FoundVariable>

export const variableSortFields = [
  'value',
  'name',
  'tenantId',
  'variableKey',
  'scopeKey',
  'processInstanceKey',
] as const

export const VariableFilter = filterOf({
  name: StringFilter,
  value: StringFilter,
  tenantId: z.string(),
  isTruncated: z.boolean(),
  variableKey: KeyFilter,
  scopeKey: KeyFilter,
  processInstanceKey: KeyFilter,
})
export type VariableFilter = z.infer<typeof VariableFilter>

/** Long values are cut in search results unless this is false. */
export const TruncateQuery = z.object({
  truncateValues: z
    .enum(['true', 'false'])
    .default('true')
    .transform((text) => text === 'true'),
})

export const VariableAnswer = searchAnswer(FoundVariable)

export const searchVariables = operation({
  id: 'searchVariables',
  method: 'post',
  path: '/variables/search',
  tag: 'Variable',
  summary: 'Search variables of process instances and their scopes',
  query: TruncateQuery,
  body: searchBody(variableSortFields, VariableFilter),
  answer: VariableAnswer,
})

export const getVariable = operation({
  id: 'getVariable',
  method: 'get',
  path: '/variables/{variableKey}',
  tag: 'Variable',
  summary: 'Get one variable with its whole value',
  params: z.object({ variableKey: z.string().regex(/^\d{1,25}$/) }),
  answer: Variable,
})

const SetVariables = z.object({
  variables: Values,
  local: z.boolean().default(false),
  operationReference: z.unknown().optional(),
  tenantId: OnlyTenant,
})

export const createElementInstanceVariables = operation({
  id: 'createElementInstanceVariables',
  method: 'put',
  path: '/element-instances/{elementInstanceKey}/variables',
  tag: 'Element instance',
  summary: 'Set variables in the scope of an element instance, or where each is defined above it',
  params: z.object({ elementInstanceKey: V2Key }),
  body: SetVariables,
  answer: null,
})

import { z } from 'zod'
import {
  DateTimeFilter,
  enumFilter,
  filterOf,
  IntegerFilter,
  KeyFilter,
  StringFilter,
  VariableValueFilter,
} from './filter.ts'

export const instanceStates = ['ACTIVE', 'COMPLETED', 'TERMINATED'] as const
export type InstanceState = (typeof instanceStates)[number]

const base = {
  startDate: DateTimeFilter,
  endDate: DateTimeFilter,
  state: enumFilter(instanceStates),
  hasIncident: z.boolean(),
  tenantId: StringFilter,
  variables: z.array(VariableValueFilter).max(20),
  processInstanceKey: KeyFilter,
  parentProcessInstanceKey: KeyFilter,
  parentElementInstanceKey: KeyFilter,
  batchOperationId: StringFilter,
  errorMessage: StringFilter,
  hasRetriesLeft: z.boolean(),
  elementInstanceState: enumFilter(instanceStates),
  elementId: StringFilter,
  hasElementInstanceIncident: z.boolean(),
  incidentErrorHashCode: IntegerFilter,
  tags: z.array(z.string()).max(10),
}

const withDefinition = {
  ...base,
  processDefinitionId: StringFilter,
  processDefinitionName: StringFilter,
  processDefinitionVersion: IntegerFilter,
  processDefinitionVersionTag: StringFilter,
  processDefinitionKey: KeyFilter,
}

/** One set of conditions on process instances; all must hold. */
export const InstanceConditions = filterOf(withDefinition)
export type InstanceConditions = z.infer<typeof InstanceConditions>

/** `$or`: at least one of these sets holds too. */
export const InstanceFilter = filterOf({ ...withDefinition, $or: z.array(InstanceConditions).min(1).max(20) })
export type InstanceFilter = z.infer<typeof InstanceFilter>

/** Of statistics of one definition. */
export const InstanceStatisticsFilter = filterOf({
  ...base,
  $or: z.array(filterOf(base)).min(1).max(20),
})

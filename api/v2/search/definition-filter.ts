import type { Key } from '../../../engine/index.ts'
import type { Rows } from '../../../engine/ports/rows.ts'
import type { Condition, RowReader } from '../../../engine/ports/store.ts'
import type { IntegerFilter, StringFilter } from '../../contract/v2/filter.ts'
import { conditionsOn, oneOf } from './conditions.ts'

/** Conditions on the process definition that a row belongs to. */
export interface DefinitionFilter {
  readonly processDefinitionId?: StringFilter | undefined
  readonly processDefinitionName?: StringFilter | undefined
  readonly processDefinitionVersion?: IntegerFilter | undefined
  readonly processDefinitionVersionTag?: StringFilter | undefined
}

const conditions = (filter: DefinitionFilter): Condition<Rows['processDefinitions']>[] => [
  ...conditionsOn<Rows['processDefinitions']>('processId', filter.processDefinitionId),
  ...conditionsOn<Rows['processDefinitions']>('name', filter.processDefinitionName),
  ...conditionsOn<Rows['processDefinitions']>('version', filter.processDefinitionVersion),
  ...conditionsOn<Rows['processDefinitions']>('versionTag', filter.processDefinitionVersionTag, {
    absent: null,
  }),
]

/** Rows know their definition by key only, so what is asked of the definition becomes a list of keys. */
export async function ofDefinitions<Row extends { key: Key; definition: Key }>(
  rows: RowReader,
  filter: DefinitionFilter,
): Promise<Condition<Row>[]> {
  const where = conditions(filter)
  if (where.length === 0) return []
  const found = await rows.find('processDefinitions', { where, columns: ['key'] })
  return [
    oneOf<Row>(
      'definition',
      found.map(({ key }) => key),
    ),
  ]
}

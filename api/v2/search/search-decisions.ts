import type { Rows } from '../../../engine/ports/rows.ts'
import type { Condition, RowReader } from '../../../engine/ports/store.ts'
import type { DecisionDefinitionFilter, decisionSortFields } from '../../contract/v2/decisions.ts'
import type { PageRequest, SortRequest } from '../../contract/v2/search.ts'
import { keyOf } from '../key.ts'
import { conditionsOn, nothing } from './conditions.ts'
import { type Found, searchTable } from './search-table.ts'
import { orderBy, type SortColumns } from './sort.ts'
import { ofTenant } from './tenant-filter.ts'

type Row = Rows['decisions']
type Field = (typeof decisionSortFields)[number]

export const withoutFile: readonly (keyof Row)[] = [
  'key',
  'deployment',
  'decisionId',
  'name',
  'requirementsId',
  'version',
  'resourceName',
]

const sortColumns: SortColumns<Row, Field> = {
  decisionDefinitionKey: 'key',
  decisionDefinitionId: 'decisionId',
  name: 'name',
  version: 'version',
  decisionRequirementsId: 'requirementsId',
  tenantId: null,
}

interface Asked {
  readonly filter?: DecisionDefinitionFilter | undefined
  readonly sort: readonly SortRequest<Field>[]
  readonly page?: PageRequest | undefined
}

/** Deployed decisions, without their files. */
export async function searchDecisions(
  rows: RowReader,
  { filter = {}, sort, page }: Asked,
): Promise<Found<Row>> {
  const where = [
    ...conditionsOn<Row>('decisionId', filter.decisionDefinitionId),
    ...conditionsOn<Row>('name', filter.name),
    ...conditionsOn<Row>('version', filter.version),
    ...conditionsOn<Row>('requirementsId', filter.decisionRequirementsId),
    ...conditionsOn<Row>('key', filter.decisionDefinitionKey, { encode: keyOf }),
    ...(await ofFile(rows, filter.decisionRequirementsKey)),
    ...ofTenant<Row>(filter.tenantId),
  ]
  return searchTable(rows, 'decisions', {
    where,
    orderBy: orderBy(sort, sortColumns),
    page,
    columns: withoutFile,
  })
}

/** The decisions of the file that is known by the key of one of its decisions. */
async function ofFile(rows: RowReader, key: string | undefined): Promise<Condition<Row>[]> {
  if (key === undefined) return []
  const first = await rows.get('decisions', keyOf(key))
  if (first === undefined) return [nothing<Row>()]
  return [
    { column: 'deployment', is: '=', value: first.deployment },
    { column: 'resourceName', is: '=', value: first.resourceName },
  ]
}

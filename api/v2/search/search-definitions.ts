import type { Rows } from '../../../engine/ports/rows.ts'
import type { Condition, RowReader } from '../../../engine/ports/store.ts'
import type {
  ProcessDefinitionFilter,
  processDefinitionSortFields,
} from '../../contract/v2/process-definitions.ts'
import type { PageRequest, SortRequest } from '../../contract/v2/search.ts'
import { keyOf } from '../key.ts'
import { conditionsOn, oneOf } from './conditions.ts'
import { scanTable } from './scan-table.ts'
import { type Found, searchTable } from './search-table.ts'
import { orderBy, type SortColumns } from './sort.ts'
import { ofTenant } from './tenant-filter.ts'

type Row = Rows['processDefinitions']
type Field = (typeof processDefinitionSortFields)[number]

const columns = ['key', 'deployment', 'processId', 'version', 'versionTag', 'name', 'resourceName'] as const

const sortColumns: SortColumns<Row, Field> = {
  processDefinitionKey: 'key',
  name: 'name',
  resourceName: 'resourceName',
  version: 'version',
  versionTag: 'versionTag',
  processDefinitionId: 'processId',
  tenantId: null,
}

interface DefinitionSearch {
  readonly filter?: ProcessDefinitionFilter | undefined
  readonly sort: readonly SortRequest<Field>[]
  readonly page?: PageRequest | undefined
}

/** Process definitions without their diagrams. Whether there is a start form is known to the compiled diagram only. */
export async function searchDefinitions(
  rows: RowReader,
  { filter = {}, sort, page }: DefinitionSearch,
  hasStartForm: (key: number) => Promise<boolean>,
): Promise<Found<Row>> {
  const where = [...conditionsOf(filter), ...(await ofLatest(rows, filter.isLatestVersion))]
  const search = { where, orderBy: orderBy(sort, sortColumns), page, columns }
  const wanted = filter.hasStartForm
  if (wanted === undefined) return searchTable(rows, 'processDefinitions', search)
  return scanTable(
    rows,
    'processDefinitions',
    search,
    async ({ key }) => (await hasStartForm(key)) === wanted,
  )
}

const conditionsOf = (filter: ProcessDefinitionFilter): Condition<Row>[] => [
  ...conditionsOn<Row>('name', filter.name),
  ...conditionsOn<Row>('resourceName', filter.resourceName),
  ...conditionsOn<Row>('version', filter.version),
  ...conditionsOn<Row>('versionTag', filter.versionTag, { absent: null }),
  ...conditionsOn<Row>('processId', filter.processDefinitionId),
  ...conditionsOn<Row>('key', filter.processDefinitionKey, { encode: keyOf }),
  ...ofTenant<Row>(filter.tenantId),
]

/** The latest versions of all processes (or all the others), as their keys. */
async function ofLatest(rows: RowReader, wanted: boolean | undefined): Promise<Condition<Row>[]> {
  if (wanted === undefined) return []
  const all = await rows.find('processDefinitions', {
    where: [],
    orderBy: [{ column: 'version' }],
    columns: ['key', 'processId', 'version'],
  })
  const latest = [...new Map(all.map(({ processId, key }) => [processId, key])).values()]
  return [wanted ? oneOf<Row>('key', latest) : { column: 'key', is: 'not in', value: latest }]
}

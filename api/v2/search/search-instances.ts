import type { Rows } from '../../../engine/ports/rows.ts'
import type { Condition } from '../../../engine/ports/store.ts'
import type { Engine } from '../../../engine/runtime/engine.ts'
import type { InstanceFilter } from '../../contract/v2/instance-filter.ts'
import type { processInstanceSortFields } from '../../contract/v2/process-instances.ts'
import type { PageRequest, SortRequest } from '../../contract/v2/search.ts'
import { instanceSearch } from './instance-filter.ts'
import { scanTable } from './scan-table.ts'
import { type Found, searchTable } from './search-table.ts'
import { orderBy, type SortColumns } from './sort.ts'

type Row = Rows['instances']
type Field = (typeof processInstanceSortFields)[number]

/** Without the state, which no search shows. */
const columns = [
  'key',
  'definition',
  'status',
  'startedAt',
  'endedAt',
  'parent',
  'parentElement',
  'incidents',
] as const

const sortColumns: SortColumns<Row, Field> = {
  processInstanceKey: 'key',
  processDefinitionKey: 'definition',
  parentProcessInstanceKey: 'parent',
  parentElementInstanceKey: 'parentElement',
  startDate: 'startedAt',
  endDate: 'endedAt',
  state: 'status',
  hasIncident: 'incidents',
  tenantId: null,
}

interface Asked {
  readonly filter?: InstanceFilter | undefined
  readonly sort: readonly SortRequest<Field>[]
  readonly page?: PageRequest | undefined
}

/** Process instances among those `within`; those asked for by their variables or elements are looked for in a bounded scan. */
export async function searchInstances(
  engine: Engine,
  { filter = {}, sort, page }: Asked,
  within: readonly Condition<Row>[],
): Promise<Found<Row>> {
  const { where, keep } = await instanceSearch(engine, filter)
  const search = { where: [...within, ...where], orderBy: orderBy(sort, sortColumns), page }
  if (keep === undefined) return searchTable(engine.store, 'instances', { ...search, columns })
  return scanTable(engine.store, 'instances', { ...search, columns: [...columns, 'variables'] }, keep)
}

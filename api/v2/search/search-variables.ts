import type { Rows } from '../../../engine/ports/rows.ts'
import type { Condition } from '../../../engine/ports/store.ts'
import type { Engine } from '../../../engine/runtime/engine.ts'
import type { PageRequest, SortRequest } from '../../contract/v2/search.ts'
import type { FoundVariable, VariableFilter, variableSortFields } from '../../contract/v2/variables.ts'
import { instanceOfElement } from '../history/instance-of-element.ts'
import { readHistory } from '../history/read-history.ts'
import { scopeOfVariableKey, type VariableRecord, variableRecords } from '../history/variable-records.ts'
import { keyOf } from '../key.ts'
import { presentFoundVariable } from '../present/variable.ts'
import { conditionsOn, nothing } from './conditions.ts'
import { matches } from './matches.ts'
import { operatorsOf } from './operators.ts'
import { pageOfList } from './page-of-list.ts'
import { eachRow } from './scan-table.ts'
import type { Found } from './search-table.ts'
import { sortItems } from './sort.ts'
import { ofTenant } from './tenant-filter.ts'

type Row = Rows['instances']
type Field = (typeof variableSortFields)[number]

interface Asked {
  readonly filter?: VariableFilter | undefined
  readonly sort: readonly SortRequest<Field>[]
  readonly page?: PageRequest | undefined
}

/** Variables of the instances `within` that the filter names, else of the newest, as many as a scan looks at. */
export async function searchAllVariables(
  engine: Engine,
  asked: Asked,
  truncate: boolean,
  within: readonly Condition<Row>[],
): Promise<Found<FoundVariable>> {
  const records: VariableRecord[] = []
  const where = [...within, ...(await instancesOf(engine, asked.filter ?? {}))]
  const search = { where, orderBy: [{ column: 'key', descending: true }], columns: ['key'] } as const
  const more = await eachRow(engine.store, 'instances', search, async ({ key }) => {
    records.push(...variableRecords(await readHistory(engine.store, key)))
  })
  return searchVariableRecords(records, asked, truncate, more)
}

/** One page of these variables. */
export function searchVariableRecords(
  records: readonly VariableRecord[],
  { filter = {}, sort, page }: Asked,
  truncate: boolean,
  more = false,
): Found<FoundVariable> {
  const shown = records.map((record) => presentFoundVariable(record, truncate))
  const kept = shown.filter((variable, index) =>
    passes(variable, JSON.stringify(records[index]?.value), filter),
  )
  return pageOfList(sortItems(kept, sort, readers), page, more)
}

async function instancesOf(engine: Engine, filter: VariableFilter): Promise<Condition<Row>[]> {
  const conditions = [
    ...conditionsOn<Row>('key', filter.processInstanceKey, { encode: keyOf }),
    ...ofTenant<Row>(filter.tenantId),
  ]
  const scope =
    typeof filter.scopeKey === 'string'
      ? keyOf(filter.scopeKey)
      : typeof filter.variableKey === 'string'
        ? scopeOfVariableKey(filter.variableKey)
        : undefined
  if (scope === undefined || filter.processInstanceKey !== undefined) return conditions
  const instance = await instanceOfElement(engine.store, scope)
  return [
    ...conditions,
    instance === undefined ? nothing<Row>() : { column: 'key', is: '=', value: instance },
  ]
}

const meets = (filter: Parameters<typeof operatorsOf>[0] | undefined, value: string) =>
  filter === undefined || matches(operatorsOf(filter), value)

const passes = (variable: FoundVariable, wholeValue: string, filter: VariableFilter): boolean =>
  meets(filter.name, variable.name) &&
  meets(filter.value, wholeValue) &&
  meets(filter.variableKey, variable.variableKey) &&
  meets(filter.scopeKey, variable.scopeKey) &&
  (filter.isTruncated === undefined || filter.isTruncated === variable.isTruncated)

const readers: Record<Field, (variable: FoundVariable) => string | number> = {
  value: ({ value }) => value,
  name: ({ name }) => name,
  tenantId: ({ tenantId }) => tenantId,
  variableKey: ({ variableKey }) => Number(variableKey),
  scopeKey: ({ scopeKey }) => Number(scopeKey),
  processInstanceKey: ({ processInstanceKey }) => Number(processInstanceKey),
}

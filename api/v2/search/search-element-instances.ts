import type { Rows } from '../../../engine/ports/rows.ts'
import type { Condition } from '../../../engine/ports/store.ts'
import type { Engine } from '../../../engine/runtime/engine.ts'
import type {
  ElementInstance,
  ElementInstanceFilter,
  elementInstanceSortFields,
} from '../../contract/v2/element-instances.ts'
import type { PageRequest, SortRequest } from '../../contract/v2/search.ts'
import { graphsOf } from '../history/graphs-of.ts'
import { instanceOfElement } from '../history/instance-of-element.ts'
import { readHistory } from '../history/read-history.ts'
import { keyOf } from '../key.ts'
import { presentElementInstance } from '../present/element-instance.ts'
import { conditionsOn, nothing } from './conditions.ts'
import { ofDefinitions } from './definition-filter.ts'
import { matches } from './matches.ts'
import { operatorsOf } from './operators.ts'
import { pageOfList } from './page-of-list.ts'
import { eachRow } from './scan-table.ts'
import type { Found } from './search-table.ts'
import { sortItems } from './sort.ts'
import { ofTenant } from './tenant-filter.ts'

type Row = Rows['instances']
type Field = (typeof elementInstanceSortFields)[number]

interface Asked {
  readonly filter?: ElementInstanceFilter | undefined
  readonly sort: readonly SortRequest<Field>[]
  readonly page?: PageRequest | undefined
}

/**
 * Element instances, told from the histories of the instances `within` that may have them: of one when the filter names it, else
 * of the newest, as many as a scan looks at.
 */
export async function searchElements(
  engine: Engine,
  { filter = {}, sort, page }: Asked,
  within: readonly Condition<Row>[],
): Promise<Found<ElementInstance>> {
  const found: ElementInstance[] = []
  const columns = ['key', 'definition'] as const
  const where = [...within, ...(await conditionsOf(engine, filter))]
  const search = { where, orderBy: [{ column: 'key', descending: true }], columns } as const
  const more = await eachRow(engine.store, 'instances', search, async (row) => {
    for (const element of await elementsOf(engine, row, filter))
      if (passes(element, filter)) found.push(element)
  })
  return pageOfList(sortItems(found, sort, readers), page, more)
}

async function elementsOf(
  engine: Engine,
  row: Pick<Row, 'key' | 'definition'>,
  { elementInstanceScopeKey }: ElementInstanceFilter,
): Promise<ElementInstance[]> {
  const history = await readHistory(engine.store, row.key)
  const graphOf = await graphsOf(engine, [history])
  const scope = elementInstanceScopeKey === undefined ? undefined : keyOf(elementInstanceScopeKey)
  return [...history.elements.values()]
    .filter((record) => scope === undefined || record.scope === scope)
    .map((record) => presentElementInstance(record, row, graphOf(record.definition)))
}

/** Which instances to look through. */
async function conditionsOf(engine: Engine, filter: ElementInstanceFilter): Promise<Condition<Row>[]> {
  return [
    ...conditionsOn<Row>('key', filter.processInstanceKey, { encode: keyOf }),
    ...conditionsOn<Row>('definition', filter.processDefinitionKey, { encode: keyOf }),
    ...(await ofDefinitions<Row>(engine.store, filter)),
    ...ofTenant<Row>(filter.tenantId),
    ...(filter.processInstanceKey === undefined ? await ofNamed(engine, filter) : []),
  ]
}

/** The instance that has the element instance, scope or incident which the filter names. */
async function ofNamed(engine: Engine, filter: ElementInstanceFilter): Promise<Condition<Row>[]> {
  const named = filter.elementInstanceKey ?? filter.elementInstanceScopeKey
  if (named === undefined && filter.incidentKey === undefined) return []
  const instance =
    named !== undefined
      ? await instanceOfElement(engine.store, keyOf(named))
      : (await engine.store.get('incidents', keyOf(filter.incidentKey ?? '')))?.instance
  return [instance === undefined ? nothing<Row>() : { column: 'key', is: '=', value: instance }]
}

const same = <T>(wanted: T | undefined, value: T) => wanted === undefined || wanted === value
const meets = (
  filter: Parameters<typeof operatorsOf>[0] | undefined,
  value: string | undefined,
  isTime = false,
) =>
  filter === undefined ||
  matches(
    isTime ? operatorsOf(filter, Date.parse) : operatorsOf(filter),
    value === undefined ? null : isTime ? Date.parse(value) : value,
  )

const passes = (element: ElementInstance, filter: ElementInstanceFilter): boolean =>
  meets(filter.state, element.state) &&
  same(filter.type, element.type) &&
  same(filter.elementId, element.elementId) &&
  same(filter.elementName, element.elementName) &&
  same(filter.hasIncident, element.hasIncident) &&
  same(filter.elementInstanceKey, element.elementInstanceKey) &&
  (filter.incidentKey === undefined || filter.incidentKey === element.incidentKey) &&
  meets(filter.startDate, element.startDate, true) &&
  meets(filter.endDate, element.endDate, true)

const readers: Record<Field, (element: ElementInstance) => string | number | null> = {
  elementInstanceKey: (element) => Number(element.elementInstanceKey),
  processInstanceKey: (element) => Number(element.processInstanceKey),
  processDefinitionKey: (element) => Number(element.processDefinitionKey),
  processDefinitionId: (element) => element.processDefinitionId,
  startDate: (element) => element.startDate,
  endDate: (element) => element.endDate ?? null,
  elementId: (element) => element.elementId,
  elementName: (element) => element.elementName,
  type: (element) => element.type,
  state: (element) => element.state,
  incidentKey: (element) => (element.incidentKey === undefined ? null : Number(element.incidentKey)),
  tenantId: (element) => element.tenantId,
}

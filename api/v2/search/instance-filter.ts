import type { Rows } from '../../../engine/ports/rows.ts'
import type { Condition, RowReader } from '../../../engine/ports/store.ts'
import type { Engine } from '../../../engine/runtime/engine.ts'
import type { InstanceConditions, InstanceFilter } from '../../contract/v2/instance-filter.ts'
import { rootVariables } from '../../presenters/instance-state.ts'
import { keyOf } from '../key.ts'
import { conditionsOn, enumConditions, nothing, oneOf } from './conditions.ts'
import { ofDefinitions } from './definition-filter.ts'
import { hasElement } from './element-conditions.ts'
import { filterNotSupported } from './not-supported.ts'
import { ofTenant } from './tenant-filter.ts'
import { variablesMatch } from './variable-filter.ts'

type Row = Rows['instances']

/** `keep` is there when something is asked that the store cannot look up. */
export interface InstanceSearch {
  readonly where: Condition<Row>[]
  readonly keep: ((row: Row) => Promise<boolean>) | undefined
}

/** Translates the filter on process instances. */
export async function instanceSearch(
  engine: Engine,
  { $or, ...filter }: InstanceFilter,
): Promise<InstanceSearch> {
  const where = await conditionsOf(engine.store, filter)
  if ($or !== undefined) {
    for (const one of $or) refuseScan(one)
    where.push({ anyOf: await Promise.all($or.map((one) => conditionsOf(engine.store, one))) })
  }
  return { where, keep: needsScan(filter) ? (row) => passes(engine, filter, row) : undefined }
}

const stateValues = { ACTIVE: ['active'], COMPLETED: ['completed'], TERMINATED: ['canceled'] }
const asTime = { encode: Date.parse }
const asKey = { encode: keyOf }

async function conditionsOf(rows: RowReader, filter: InstanceConditions): Promise<Condition<Row>[]> {
  if (filter.incidentErrorHashCode !== undefined)
    throw filterNotSupported('incidentErrorHashCode', 'Filter by errorMessage.')
  return [
    ...conditionsOn<Row>('startedAt', filter.startDate, asTime),
    ...conditionsOn<Row>('endedAt', filter.endDate, { ...asTime, absent: null }),
    ...enumConditions<Row, keyof typeof stateValues>('status', filter.state, stateValues),
    ...conditionsOn<Row>('key', filter.processInstanceKey, asKey),
    ...conditionsOn<Row>('parent', filter.parentProcessInstanceKey, { ...asKey, absent: 0 }),
    ...conditionsOn<Row>('parentElement', filter.parentElementInstanceKey, { ...asKey, absent: 0 }),
    ...conditionsOn<Row>('definition', filter.processDefinitionKey, asKey),
    ...ofIncidents(filter.hasIncident),
    ...ofTenant<Row>(filter.tenantId),
    ...(await ofBatch(rows, filter.batchOperationId)),
    ...(filter.tags?.length ? [nothing<Row>()] : []),
    ...(await ofDefinitions<Row>(rows, filter)),
    ...(await ofErrorMessages(rows, filter.errorMessage)),
    ...(await ofRetries(rows, filter.hasRetriesLeft)),
  ]
}

const ofIncidents = (wanted: boolean | undefined): Condition<Row>[] =>
  wanted === undefined ? [] : [{ column: 'incidents', is: wanted ? '>' : '=', value: 0 }]

/** Instances that are among the items of such a batch. */
async function ofBatch(
  rows: RowReader,
  filter: InstanceConditions['batchOperationId'],
): Promise<Condition<Row>[]> {
  if (filter === undefined) return []
  const where = conditionsOn<Rows['batchItems']>('batch', filter, asKey)
  const found = await rows.find('batchItems', { where, columns: ['key', 'instance'] })
  return [oneOf<Row>('key', [...new Set(found.map(({ instance }) => instance))])]
}

async function ofErrorMessages(
  rows: RowReader,
  filter: InstanceConditions['errorMessage'],
): Promise<Condition<Row>[]> {
  if (filter === undefined) return []
  const where = [
    { column: 'state', is: '=', value: 'ACTIVE' } as const,
    ...conditionsOn<Rows['incidents']>('message', filter, { absent: '' }),
  ]
  const found = await rows.find('incidents', { where, columns: ['key', 'instance'] })
  return [oneOf<Row>('key', [...new Set(found.map(({ instance }) => instance))])]
}

/** A job of the instance has failed and will be tried again. */
async function ofRetries(rows: RowReader, wanted: boolean | undefined): Promise<Condition<Row>[]> {
  if (wanted === undefined) return []
  const found = await rows.find('jobs', {
    where: [
      { column: 'message', is: '!=', value: '' },
      { column: 'retries', is: '>', value: 0 },
    ],
    columns: ['key', 'instance'],
  })
  const instances = [...new Set(found.map(({ instance }) => instance))]
  if (wanted) return [oneOf<Row>('key', instances)]
  return instances.length === 0 ? [] : [{ column: 'key', is: 'not in', value: instances }]
}

const asksOfElements = ({
  elementId,
  elementInstanceState,
  hasElementInstanceIncident,
}: InstanceConditions) =>
  elementId !== undefined || elementInstanceState !== undefined || hasElementInstanceIncident !== undefined

const needsScan = (filter: InstanceConditions) => filter.variables !== undefined || asksOfElements(filter)

function refuseScan(filter: InstanceConditions): void {
  if (needsScan(filter))
    throw filterNotSupported('$or with variables or elements in it', 'Ask once for each of them.')
}

async function passes(engine: Engine, filter: InstanceConditions, row: Row): Promise<boolean> {
  const { variables = [] } = filter
  if (variables.length > 0 && !variablesMatch(await rootVariables(engine, row), variables)) return false
  return !asksOfElements(filter) || hasElement(engine, row, filter)
}

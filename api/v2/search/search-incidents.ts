import type { Rows } from '../../../engine/ports/rows.ts'
import type { Condition, RowReader } from '../../../engine/ports/store.ts'
import type { IncidentType } from '../../../engine/state/instance-state.ts'
import type { ErrorType, IncidentFilter, incidentSortFields } from '../../contract/v2/incidents.ts'
import type { PageRequest, SortRequest } from '../../contract/v2/search.ts'
import { keyOf } from '../key.ts'
import { errorTypeOf } from '../present/incident.ts'
import { conditionsOn, oneOf } from './conditions.ts'
import { ofDefinitions } from './definition-filter.ts'
import { type Found, searchTable } from './search-table.ts'
import { orderBy, type SortColumns } from './sort.ts'
import { ofTenant } from './tenant-filter.ts'

type Row = Rows['incidents']
type Field = (typeof incidentSortFields)[number]

const sortColumns: SortColumns<Row, Field> = {
  incidentKey: 'key',
  processDefinitionKey: 'definition',
  processInstanceKey: 'instance',
  errorType: 'type',
  errorMessage: 'message',
  elementId: 'elementId',
  elementInstanceKey: 'elementInstance',
  creationTime: 'createdAt',
  state: 'state',
  jobKey: 'job',
  tenantId: null,
}

interface Asked {
  readonly filter?: IncidentFilter | undefined
  readonly sort: readonly SortRequest<Field>[]
  readonly page?: PageRequest | undefined
}

/** Incidents; `within` narrows further. */
export async function searchIncidentRows(
  rows: RowReader,
  { filter = {}, sort, page }: Asked,
  within: readonly Condition<Row>[],
): Promise<Found<Row>> {
  const where = [...within, ...conditionsOf(filter), ...(await ofDefinitions<Row>(rows, filter))]
  return searchTable(rows, 'incidents', { where, orderBy: orderBy(sort, sortColumns), page })
}

const asKey = { encode: keyOf }

const conditionsOf = (filter: IncidentFilter): Condition<Row>[] => [
  ...ofErrorType(filter.errorType),
  ...conditionsOn<Row>('message', filter.errorMessage),
  ...conditionsOn<Row>('elementId', filter.elementId),
  ...conditionsOn<Row>('createdAt', filter.creationTime, { encode: Date.parse }),
  ...conditionsOn<Row>('state', filter.state),
  ...conditionsOn<Row>('key', filter.incidentKey, asKey),
  ...conditionsOn<Row>('definition', filter.processDefinitionKey, asKey),
  ...conditionsOn<Row>('instance', filter.processInstanceKey, asKey),
  ...conditionsOn<Row>('elementInstance', filter.elementInstanceKey, asKey),
  ...conditionsOn<Row>('job', filter.jobKey, asKey),
  ...ofTenant<Row>(filter.tenantId),
]

/** The engine's types that the contract's type stands for. */
function ofErrorType(wanted: ErrorType | undefined): Condition<Row>[] {
  if (wanted === undefined) return []
  const types = Object.keys(errorTypeOf) as IncidentType[] // the record's own keys
  return [
    oneOf<Row>(
      'type',
      types.filter((type) => errorTypeOf[type] === wanted),
    ),
  ]
}

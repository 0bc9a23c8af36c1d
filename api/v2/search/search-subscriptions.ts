import type { Rows } from '../../../engine/ports/rows.ts'
import type { Condition, RowReader } from '../../../engine/ports/store.ts'
import {
  type MessageSubscriptionFilter,
  type messageSubscriptionSortFields,
  subscriptionStates,
} from '../../contract/v2/message-subscriptions.ts'
import type { PageRequest, SortRequest } from '../../contract/v2/search.ts'
import { keyOf } from '../key.ts'
import { conditionsOn, nothing } from './conditions.ts'
import { ofDefinitions } from './definition-filter.ts'
import { matches } from './matches.ts'
import { filterNotSupported } from './not-supported.ts'
import { operatorsOf } from './operators.ts'
import { type Found, searchTable } from './search-table.ts'
import { orderBy, type SortColumns } from './sort.ts'
import { ofTenant } from './tenant-filter.ts'

type Row = Rows['subscriptions']
type Field = (typeof messageSubscriptionSortFields)[number]

const sortColumns: SortColumns<Row, Field> = {
  messageSubscriptionKey: 'key',
  processInstanceKey: 'instance',
  elementId: 'elementId',
  elementInstanceKey: 'elementInstance',
  messageSubscriptionState: null,
  messageName: 'name',
  correlationKey: 'correlationKey',
  tenantId: null,
}

interface Asked {
  readonly filter?: MessageSubscriptionFilter | undefined
  readonly sort: readonly SortRequest<Field>[]
  readonly page?: PageRequest | undefined
}

/** Instances that wait for a message; what begins with one has no instance and is none of these. `within` narrows further. */
export async function searchSubscriptionRows(
  rows: RowReader,
  { filter = {}, sort, page }: Asked,
  within: readonly Condition<Row>[],
): Promise<Found<Row>> {
  const waiting: Condition<Row>[] = [
    { column: 'kind', is: '=', value: 'message' },
    { column: 'instance', is: '>', value: 0 },
  ]
  const where = [...waiting, ...within, ...conditionsOf(filter), ...(await ofDefinitions<Row>(rows, filter))]
  return searchTable(rows, 'subscriptions', { where, orderBy: orderBy(sort, sortColumns), page })
}

const asKey = { encode: keyOf }

function conditionsOf(filter: MessageSubscriptionFilter): Condition<Row>[] {
  if (filter.lastUpdatedDate !== undefined)
    throw filterNotSupported('lastUpdatedDate', 'Filter by processInstanceKey or messageName.')
  return [
    ...conditionsOn<Row>('key', filter.messageSubscriptionKey, asKey),
    ...conditionsOn<Row>('instance', filter.processInstanceKey, asKey),
    ...conditionsOn<Row>('elementId', filter.elementId),
    ...conditionsOn<Row>('elementInstance', filter.elementInstanceKey, asKey),
    ...ofState(filter.messageSubscriptionState),
    ...conditionsOn<Row>('name', filter.messageName),
    ...conditionsOn<Row>('correlationKey', filter.correlationKey),
    ...ofTenant<Row>(filter.tenantId),
  ]
}

/** All that are there are CREATED: what has ended is gone. */
function ofState(filter: MessageSubscriptionFilter['messageSubscriptionState']): Condition<Row>[] {
  if (filter === undefined || matches(operatorsOf(filter), subscriptionStates[1])) return []
  return [nothing<Row>()]
}

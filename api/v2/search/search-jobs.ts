import type { Rows } from '../../../engine/ports/rows.ts'
import type { Condition, RowReader } from '../../../engine/ports/store.ts'
import {
  type JobFilter,
  type JobKindName,
  type JobStateName,
  type jobSortFields,
  jobStates,
  type ListenerEventName,
} from '../../contract/v2/jobs.ts'
import type { PageRequest, SortRequest } from '../../contract/v2/search.ts'
import { keyOf } from '../key.ts'
import { conditionsOn, enumConditions, nothing } from './conditions.ts'
import { ofDefinitions } from './definition-filter.ts'
import { matches } from './matches.ts'
import { operatorsOf } from './operators.ts'
import { type Found, searchTable } from './search-table.ts'
import { orderBy, type SortColumns } from './sort.ts'
import { ofTenant, onConstant } from './tenant-filter.ts'

type Row = Rows['jobs']
type Field = (typeof jobSortFields)[number]

const sortColumns: SortColumns<Row, Field> = {
  deadline: 'availableAt',
  elementId: 'elementId',
  elementInstanceKey: 'elementInstance',
  errorMessage: 'message',
  jobKey: 'key',
  processDefinitionKey: 'definition',
  processInstanceKey: 'instance',
  retries: 'retries',
  state: 'state',
  type: 'type',
  worker: 'worker',
  deniedReason: null,
  endTime: null,
  errorCode: null,
  isDenied: null,
  kind: null,
  listenerEventType: 'listener',
  tenantId: null,
}

interface Asked {
  readonly filter?: JobFilter | undefined
  readonly sort: readonly SortRequest<Field>[]
  readonly page?: PageRequest | undefined
}

/** Jobs that are not done: a completed job leaves its trace in the history of its instance only. */
export async function searchJobRows(
  rows: RowReader,
  { filter = {}, sort, page }: Asked,
  now: number,
): Promise<Found<Row>> {
  const where = [...conditionsOf(filter, now), ...(await ofDefinitions<Row>(rows, filter))]
  return searchTable(rows, 'jobs', { where, orderBy: orderBy(sort, sortColumns), page })
}

const asKey = { encode: keyOf }

const conditionsOf = (filter: JobFilter, now: number): Condition<Row>[] => [
  ...ofState(filter.state, now),
  ...ofRetriesLeft(filter.hasFailedWithRetriesLeft),
  ...ofDeadline(filter.deadline),
  ...conditionsOn<Row>('elementId', filter.elementId),
  ...conditionsOn<Row>('elementInstance', filter.elementInstanceKey, asKey),
  ...conditionsOn<Row>('message', filter.errorMessage, { absent: '' }),
  ...conditionsOn<Row>('key', filter.jobKey, asKey),
  ...conditionsOn<Row>('definition', filter.processDefinitionKey, asKey),
  ...conditionsOn<Row>('instance', filter.processInstanceKey, asKey),
  ...conditionsOn<Row>('retries', filter.retries),
  ...conditionsOn<Row>('type', filter.type),
  ...conditionsOn<Row>('worker', filter.worker, { absent: '' }),
  ...enumConditions<Row, JobKindName>('listener', filter.kind, LISTENERS_OF_KIND),
  ...enumConditions<Row, ListenerEventName>('listener', filter.listenerEventType, LISTENERS_OF_EVENT),
  ...onConstant<Row>(filter.deniedReason, null),
  ...onConstant<Row>(filter.endTime, null),
  ...onConstant<Row>(filter.errorCode, null),
  ...(filter.isDenied === true ? [nothing<Row>()] : []),
  ...ofTenant<Row>(filter.tenantId),
]

const TASK_EVENTS = ['creating', 'assigning', 'updating', 'completing', 'canceling']

const LISTENERS_OF_KIND: Readonly<Record<JobKindName, readonly string[]>> = {
  BPMN_ELEMENT: [''],
  EXECUTION_LISTENER: ['start', 'end'],
  TASK_LISTENER: TASK_EVENTS,
  AD_HOC_SUB_PROCESS: [],
}

const LISTENERS_OF_EVENT: Readonly<Record<ListenerEventName, readonly string[]>> = {
  ASSIGNING: ['assigning'],
  CANCELING: ['canceling'],
  COMPLETING: ['completing'],
  CREATING: ['creating'],
  END: ['end'],
  START: ['start'],
  UNSPECIFIED: [''],
  UPDATING: ['updating'],
}

const isLeased: Condition<Row> = { column: 'worker', is: '!=', value: '' }
const isFree: Condition<Row> = { column: 'worker', is: '=', value: '' }

/** Only a leased job has a deadline. */
const ofDeadline = (filter: JobFilter['deadline']): Condition<Row>[] =>
  filter === undefined || filter === null
    ? []
    : [isLeased, ...conditionsOn<Row>('availableAt', filter, { encode: Date.parse })]

const ofRetriesLeft = (wanted: boolean | undefined): Condition<Row>[] => {
  if (wanted === undefined) return []
  const failed: Condition<Row>[] = [
    { column: 'message', is: '!=', value: '' },
    { column: 'retries', is: '>', value: 0 },
  ]
  if (wanted) return failed
  return [
    { anyOf: [[{ column: 'message', is: '=', value: '' }], [{ column: 'retries', is: '=', value: 0 }]] },
  ]
}

/** As `jobStateOf` tells it. */
function ofState(filter: JobFilter['state'], now: number): Condition<Row>[] {
  if (filter === undefined) return []
  const operators = operatorsOf(filter)
  const wanted = jobStates.filter((state) => matches(operators, state))
  const branches = wanted.flatMap((state) => branchesOfState[state]?.(now) ?? [])
  return branches.length === 0 ? [nothing<Row>()] : [{ anyOf: branches }]
}

/** Whether its instance is suspended is no state of the contract. */
const open: Condition<Row> = { column: 'state', is: '!=', value: 'incident' }

const branchesOfState: Partial<Record<JobStateName, (now: number) => Condition<Row>[][]>> = {
  CREATED: (now) => [
    [open, isFree, { column: 'message', is: '=', value: '' }],
    [open, isLeased, { column: 'availableAt', is: '>', value: now }],
  ],
  TIMED_OUT: (now) => [[open, isLeased, { column: 'availableAt', is: '<=', value: now }]],
  FAILED: () => [
    [{ column: 'state', is: '=', value: 'incident' }],
    [open, isFree, { column: 'message', is: '!=', value: '' }],
  ],
}

import type { Rows } from '../../../engine/ports/rows.ts'
import type { Condition } from '../../../engine/ports/store.ts'
import type { Engine } from '../../../engine/runtime/engine.ts'
import type { Identity } from '../../auth/identity.ts'
import type { PageRequest, SortRequest } from '../../contract/v2/search.ts'
import type { UserTaskFilter, userTaskSortFields } from '../../contract/v2/user-tasks.ts'
import { may } from '../../policies/may.ts'
import { rootVariables } from '../../presenters/instance-state.ts'
import { readHistory } from '../history/read-history.ts'
import { keyOf } from '../key.ts'
import { onCandidates } from './candidate-filter.ts'
import { conditionsOn, nothing } from './conditions.ts'
import { ofDefinitions } from './definition-filter.ts'
import { matches } from './matches.ts'
import { operatorsOf } from './operators.ts'
import { scanTable } from './scan-table.ts'
import { type Found, searchTable } from './search-table.ts'
import { orderBy, type SortColumns } from './sort.ts'
import { ofTenant } from './tenant-filter.ts'
import { variablesMatch } from './variable-filter.ts'

type Row = Rows['tasks']
type Field = (typeof userTaskSortFields)[number]

const sortColumns: SortColumns<Row, Field> = {
  creationDate: 'createdAt',
  completionDate: 'endedAt',
  followUpDate: 'followUpAt',
  dueDate: 'dueAt',
  priority: 'priority',
  name: 'name',
}

interface Asked {
  readonly filter?: UserTaskFilter | undefined
  readonly sort: readonly SortRequest<Field>[]
  readonly page?: PageRequest | undefined
}

/** User tasks that this person may see; asked for by variables, they are looked for in a bounded scan. */
export async function searchTasks(
  engine: Engine,
  { filter = {}, sort, page }: Asked,
  person: Identity,
): Promise<Found<Row>> {
  const where = [
    ...visibleTo(person),
    ...conditionsOf(filter),
    ...(await ofDefinitions<Row>(engine.store, filter)),
  ]
  const search = { where, orderBy: orderBy(sort, sortColumns), page }
  const asksOfVariables = filter.processInstanceVariables !== undefined || filter.localVariables !== undefined
  if (!asksOfVariables) return searchTable(engine.store, 'tasks', search)
  return scanTable(engine.store, 'tasks', search, (row) => variablesPass(engine, row, filter))
}

/** As `may(person, 'task.read', …)` decides for one task. */
function visibleTo(person: Identity): Condition<Row>[] {
  if (may(person, 'task.read_all')) return []
  const mine: Condition<Row>[][] = [
    [{ column: 'assignee', is: '=', value: person.id }],
    [{ column: 'owner', is: '=', value: person.id }],
    [{ column: 'completedBy', is: '=', value: person.id }],
    [{ column: 'candidateUsers', is: 'has one of', value: [person.id] }],
  ]
  const ofGroups: Condition<Row>[] = [
    { column: 'candidateGroups', is: 'has one of', value: [...person.groups] },
  ]
  return [{ anyOf: person.groups.length === 0 ? mine : [...mine, ofGroups] }]
}

const transitions = ['CREATING', 'ASSIGNING', 'UPDATING', 'COMPLETING', 'CANCELING'] as const
const states = ['CREATED', 'COMPLETED', 'CANCELED'] as const

/** A task whose listeners are being asked is in a state of its own, and open all the same. */
function ofState(filter: UserTaskFilter['state']): Condition<Row>[] {
  if (filter === undefined) return []
  const operators = operatorsOf(filter)
  const open: Condition<Row> = { column: 'state', is: '=', value: 'CREATED' }
  const branches: Condition<Row>[][] = [
    ...states
      .filter((state) => matches(operators, state))
      .map((value): Condition<Row>[] => [
        { column: 'state', is: '=', value },
        ...(value === 'CREATED' ? [{ column: 'transition', is: '=', value: '' } as const] : []),
      ]),
    ...transitions
      .filter((state) => matches(operators, state))
      .map((value): Condition<Row>[] => [open, { column: 'transition', is: '=', value }]),
  ]
  const [only] = branches
  if (branches.length === 1 && only) return only
  return branches.length === 0 ? [nothing<Row>()] : [{ anyOf: branches }]
}

const asKey = { encode: keyOf }
const asTime = { encode: Date.parse, absent: null }

const conditionsOf = (filter: UserTaskFilter): Condition<Row>[] => [
  ...ofState(filter.state),
  ...conditionsOn<Row>('assignee', filter.assignee, { absent: null }),
  ...conditionsOn<Row>('priority', filter.priority),
  ...conditionsOn<Row>('elementId', filter.elementId),
  ...conditionsOn<Row>('name', filter.name),
  ...onCandidates('candidateGroups', 'candidateGroup', filter.candidateGroup),
  ...onCandidates('candidateUsers', 'candidateUser', filter.candidateUser),
  ...conditionsOn<Row>('createdAt', filter.creationDate, asTime),
  ...conditionsOn<Row>('endedAt', filter.completionDate, asTime),
  ...conditionsOn<Row>('followUpAt', filter.followUpDate, asTime),
  ...conditionsOn<Row>('dueAt', filter.dueDate, asTime),
  ...conditionsOn<Row>('key', filter.userTaskKey, asKey),
  ...conditionsOn<Row>('key', filter.elementInstanceKey, asKey),
  ...conditionsOn<Row>('definition', filter.processDefinitionKey, asKey),
  ...conditionsOn<Row>('instance', filter.processInstanceKey, asKey),
  ...ofTenant<Row>(filter.tenantId),
]

async function variablesPass(engine: Engine, row: Row, filter: UserTaskFilter): Promise<boolean> {
  const { processInstanceVariables = [], localVariables = [] } = filter
  const instance = await engine.store.get('instances', row.instance)
  if (instance === undefined) return false
  if (
    processInstanceVariables.length > 0 &&
    !variablesMatch(await rootVariables(engine, instance), processInstanceVariables)
  )
    return false
  if (localVariables.length === 0) return true
  const { variables } = await readHistory(engine.store, row.instance)
  return variablesMatch(variables.get(row.key), localVariables)
}

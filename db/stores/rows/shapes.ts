import type { Rows, Table } from '../../../engine/ports/rows.ts'

/** What a column holds; `?` where it can be null. */
type ColumnKind = 'integer' | 'text' | 'integer?' | 'text?'

export interface Shape<Row> {
  /** The table's name in SQL. */
  readonly name: string
  /** Every column, in the order of the table. */
  readonly columns: { readonly [Column in keyof Row & string]: ColumnKind }
  /** History alone has no `key`: a row of it is its instance and sequence number. */
  readonly primaryKey: readonly (keyof Row & string)[]
}

const shape = <Row>(
  name: string,
  columns: Shape<Row>['columns'],
  primaryKey: Shape<Row>['primaryKey'],
): Shape<Row> => ({
  name,
  columns,
  primaryKey,
})

/** The engine's tables as SQL stores keep them; a column missing here does not compile. */
export const shapes: { readonly [T in Table]: Shape<Rows[T]> } = {
  deployments: shape('deployments', { key: 'integer', at: 'integer', by: 'text' }, ['key']),
  processDefinitions: shape(
    'process_definitions',
    {
      key: 'integer',
      deployment: 'integer',
      processId: 'text',
      version: 'integer',
      versionTag: 'text?',
      name: 'text',
      resourceName: 'text',
      hash: 'text',
      xml: 'text',
    },
    ['key'],
  ),
  decisions: shape(
    'decisions',
    {
      key: 'integer',
      deployment: 'integer',
      decisionId: 'text',
      name: 'text',
      requirementsId: 'text',
      version: 'integer',
      resourceName: 'text',
      hash: 'text',
      xml: 'text',
    },
    ['key'],
  ),
  forms: shape(
    'forms',
    {
      key: 'integer',
      deployment: 'integer',
      formId: 'text',
      version: 'integer',
      resourceName: 'text',
      hash: 'text',
      schema: 'text',
    },
    ['key'],
  ),
  instances: shape(
    'instances',
    {
      key: 'integer',
      definition: 'integer',
      revision: 'integer',
      status: 'text',
      suspended: 'integer',
      startedAt: 'integer',
      endedAt: 'integer?',
      parent: 'integer',
      parentElement: 'integer',
      startedBy: 'text',
      incidents: 'integer',
      state: 'text',
      variables: 'text',
    },
    ['key'],
  ),
  history: shape(
    'history',
    { instance: 'integer', seq: 'integer', at: 'integer', by: 'text', events: 'text' },
    ['instance', 'seq'],
  ),
  snapshots: shape('snapshots', { key: 'integer', seq: 'integer', state: 'text', variables: 'text' }, [
    'key',
  ]),
  tasks: shape(
    'tasks',
    {
      key: 'integer',
      instance: 'integer',
      definition: 'integer',
      elementId: 'text',
      name: 'text',
      state: 'text',
      assignee: 'text?',
      candidateGroups: 'text',
      candidateUsers: 'text',
      dueAt: 'integer?',
      followUpAt: 'integer?',
      priority: 'integer',
      createdAt: 'integer',
      endedAt: 'integer?',
      outcome: 'text?',
      completedBy: 'text?',
      suspended: 'integer',
      revision: 'integer',
    },
    ['key'],
  ),
  jobs: shape(
    'jobs',
    {
      key: 'integer',
      instance: 'integer',
      elementInstance: 'integer',
      definition: 'integer',
      elementId: 'text',
      type: 'text',
      state: 'text',
      retries: 'integer',
      availableAt: 'integer',
      lease: 'integer',
      worker: 'text',
      headers: 'text',
      message: 'text',
    },
    ['key'],
  ),
  offers: shape(
    'offers',
    {
      key: 'integer',
      instance: 'integer',
      definition: 'integer',
      elementId: 'text',
      createdAt: 'integer',
      revision: 'integer',
    },
    ['key'],
  ),
  timers: shape(
    'timers',
    {
      key: 'integer',
      instance: 'integer',
      elementInstance: 'integer',
      elementId: 'text',
      dueAt: 'integer',
      definition: 'integer',
      repetitions: 'integer',
      part: 'integer',
    },
    ['key'],
  ),
  subscriptions: shape(
    'subscriptions',
    {
      key: 'integer',
      kind: 'text',
      instance: 'integer',
      elementInstance: 'integer',
      definition: 'integer',
      elementId: 'text',
      name: 'text',
      correlationKey: 'text',
      part: 'integer',
    },
    ['key'],
  ),
  messages: shape(
    'messages',
    {
      key: 'integer',
      name: 'text',
      correlationKey: 'text',
      messageId: 'text',
      expiresAt: 'integer',
      variables: 'text',
    },
    ['key'],
  ),
  incidents: shape(
    'incidents',
    {
      key: 'integer',
      instance: 'integer',
      elementInstance: 'integer',
      definition: 'integer',
      elementId: 'text',
      job: 'integer',
      type: 'text',
      message: 'text',
      state: 'text',
      createdAt: 'integer',
      resolvedAt: 'integer?',
    },
    ['key'],
  ),
  outbox: shape('outbox', { key: 'integer', at: 'integer', kind: 'text', payload: 'text' }, ['key']),
  answers: shape(
    'answers',
    {
      key: 'integer',
      user: 'text',
      idempotencyKey: 'text',
      requestHash: 'text',
      status: 'integer',
      body: 'text',
      expiresAt: 'integer',
    },
    ['key'],
  ),
  batchOperations: shape(
    'batch_operations',
    {
      key: 'integer',
      kind: 'text',
      state: 'text',
      filter: 'text',
      plan: 'text',
      by: 'text',
      createdAt: 'integer',
      endedAt: 'integer?',
      lookedTo: 'integer',
      total: 'integer',
      completed: 'integer',
      failed: 'integer',
      error: 'text',
    },
    ['key'],
  ),
  batchItems: shape(
    'batch_items',
    {
      key: 'integer',
      batch: 'integer',
      instance: 'integer',
      item: 'integer',
      state: 'text',
      processedAt: 'integer?',
      message: 'text',
    },
    ['key'],
  ),
  elementStatistics: shape(
    'element_statistics',
    { key: 'integer', countedTo: 'integer', countedKey: 'integer', instances: 'integer', counts: 'text' },
    ['key'],
  ),
}

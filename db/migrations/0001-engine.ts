import type { Sequelize } from 'sequelize'
import { createEngineTable, type EngineTable } from './engine-table.ts'

/** The engine's tables. Indexes are few, because every one is paid at each command; history has none but its key. */
export async function createEngineTables(sequelize: Sequelize): Promise<void> {
  for (const table of tables) await createEngineTable(sequelize, table)
  const ignore = sequelize.getDialect() === 'sqlite' ? 'OR IGNORE' : 'IGNORE'
  await sequelize.query(`INSERT ${ignore} INTO \`key_counter\` (\`id\`, \`next\`) VALUES (1, 1)`)
}

const resource = { key: 'integer', deployment: 'integer', version: 'integer' } as const
const file = { resource_name: 'id', hash: 'id' } as const
const placed = {
  instance: 'integer',
  element_instance: 'integer',
  definition: 'integer',
  element_id: 'id',
} as const

const deployed: readonly EngineTable[] = [
  { name: 'deployments', columns: { key: 'integer', at: 'integer', by: 'id' }, primaryKey: ['key'] },
  {
    name: 'process_definitions',
    columns: { ...resource, process_id: 'id', version_tag: 'id?', name: 'text', ...file, xml: 'text' },
    primaryKey: ['key'],
    indexes: [{ columns: ['process_id', 'version'], unique: true }],
  },
  {
    name: 'decisions',
    columns: { ...resource, decision_id: 'id', name: 'text', requirements_id: 'id', ...file, xml: 'text' },
    primaryKey: ['key'],
    indexes: [{ columns: ['decision_id', 'version'], unique: true }],
  },
  {
    name: 'forms',
    columns: { ...resource, form_id: 'id', ...file, schema: 'text' },
    primaryKey: ['key'],
    indexes: [{ columns: ['form_id', 'version'], unique: true }],
  },
]

const running: readonly EngineTable[] = [
  {
    name: 'instances',
    columns: {
      key: 'integer',
      definition: 'integer',
      revision: 'integer',
      status: 'id',
      started_at: 'integer',
      ended_at: 'integer?',
      parent: 'integer',
      parent_element: 'integer',
      started_by: 'id',
      incidents: 'integer',
      state: 'text',
      variables: 'text',
    },
    primaryKey: ['key'],
    indexes: [{ columns: ['definition', 'status'] }, { columns: ['parent'], where: 'parent > 0' }],
  },
  {
    name: 'history',
    columns: { instance: 'integer', seq: 'integer', at: 'integer', by: 'id', events: 'text' },
    primaryKey: ['instance', 'seq'],
  },
  {
    name: 'timers',
    columns: {
      key: 'integer',
      instance: 'integer',
      element_instance: 'integer',
      element_id: 'id',
      due_at: 'integer',
      definition: 'integer',
      repetitions: 'integer',
    },
    primaryKey: ['key'],
    indexes: [{ columns: ['due_at'] }, { columns: ['instance'] }],
  },
  {
    name: 'jobs',
    columns: {
      key: 'integer',
      ...placed,
      type: 'id',
      state: 'id',
      retries: 'integer',
      available_at: 'integer',
      lease: 'integer',
      worker: 'id',
      headers: 'text',
      message: 'text',
    },
    primaryKey: ['key'],
    indexes: [{ columns: ['type', 'state', 'available_at'] }, { columns: ['instance'] }],
  },
  {
    name: 'incidents',
    columns: {
      key: 'integer',
      ...placed,
      job: 'integer',
      type: 'id',
      message: 'text',
      state: 'id',
      created_at: 'integer',
      resolved_at: 'integer?',
    },
    primaryKey: ['key'],
    indexes: [{ columns: ['instance'] }],
  },
]

const people: readonly EngineTable[] = [
  {
    name: 'tasks',
    columns: {
      key: 'integer',
      instance: 'integer',
      definition: 'integer',
      element_id: 'id',
      name: 'text',
      state: 'id',
      assignee: 'id?',
      candidate_groups: 'text',
      candidate_users: 'text',
      due_at: 'integer?',
      follow_up_at: 'integer?',
      priority: 'integer',
      created_at: 'integer',
      ended_at: 'integer?',
      outcome: 'text?',
      completed_by: 'id?',
      revision: 'integer',
    },
    primaryKey: ['key'],
    indexes: [
      { columns: ['instance'] },
      { columns: ['assignee', 'state', 'due_at'], where: 'assignee IS NOT NULL' },
      { columns: ['completed_by', 'ended_at'], where: 'completed_by IS NOT NULL' },
    ],
  },
  {
    // Open tasks by who may take them; kept by the store itself, see stores/candidates.ts.
    name: 'task_candidates',
    columns: { task: 'integer', candidate: 'id', due_at: 'integer' },
    primaryKey: ['task', 'candidate'],
    indexes: [{ columns: ['candidate', 'due_at', 'task'] }],
  },
]

const communication: readonly EngineTable[] = [
  {
    name: 'subscriptions',
    columns: { key: 'integer', ...placed, name: 'text', correlation_key: 'text' },
    primaryKey: ['key'],
    indexes: [
      { columns: ['name', 'correlation_key'], prefix: { name: 100, correlation_key: 150 } },
      { columns: ['instance'] },
    ],
  },
  {
    name: 'messages',
    columns: {
      key: 'integer',
      name: 'text',
      correlation_key: 'text',
      message_id: 'text',
      expires_at: 'integer',
      variables: 'text',
    },
    primaryKey: ['key'],
    indexes: [
      { columns: ['name', 'correlation_key'], prefix: { name: 100, correlation_key: 150 } },
      { columns: ['expires_at'] },
    ],
  },
  {
    name: 'outbox',
    columns: { key: 'integer', at: 'integer', kind: 'id', payload: 'text' },
    primaryKey: ['key'],
  },
  {
    name: 'answers',
    columns: {
      key: 'integer',
      user: 'id',
      idempotency_key: 'id',
      request_hash: 'id',
      status: 'integer',
      body: 'text',
      expires_at: 'integer',
    },
    primaryKey: ['key'],
    indexes: [{ columns: ['user', 'idempotency_key'], unique: true }, { columns: ['expires_at'] }],
  },
  {
    // One row: the first key that nobody has reserved yet.
    name: 'key_counter',
    columns: { id: 'integer', next: 'integer' },
    primaryKey: ['id'],
  },
]

const tables: readonly EngineTable[] = [...deployed, ...running, ...people, ...communication]

import type { Sequelize } from 'sequelize'
import {
  big,
  createTable,
  integer,
  key,
  longText,
  numbered,
  optionalBig,
  optionalText,
  recordColumns,
  searchColumns,
  text,
} from './create-table.ts'

/** People, units, access and the company's settings. */
export async function createPeople(sequelize: Sequelize): Promise<void> {
  const names = { name_en: text(200), name_fa: text(200) }
  await createTable(
    sequelize,
    'company',
    {
      id: 'INTEGER NOT NULL',
      ...recordColumns,
      name: text(200),
      language: text(8),
      time_zone: text(64),
      currency: text(3),
      demo: integer,
      stalled_days: integer,
    },
    { primaryKey: ['id'] },
  )
  await createTable(
    sequelize,
    'units',
    {
      id: key,
      ...recordColumns,
      parent_id: optionalText(64),
      ...names,
      manager_id: optionalText(64),
      ...searchColumns,
    },
    { primaryKey: ['id'], indexes: [['parent_id'], ['manager_id']] },
  )
  await createTable(
    sequelize,
    'users',
    {
      id: key,
      ...recordColumns,
      name: text(200),
      email: optionalText(200),
      password_hash: text(200),
      language: text(8),
      theme: text(8),
      time_zone: text(64),
      disabled: integer,
      session_epoch: integer,
      clearance: integer,
      ...searchColumns,
    },
    { primaryKey: ['id'] },
  )
  await createTable(
    sequelize,
    'memberships',
    { unit_id: key, user_id: key },
    {
      primaryKey: ['unit_id', 'user_id'],
      indexes: [['user_id']],
    },
  )
  await createTable(
    sequelize,
    'user_roles',
    { user_id: key, role_id: key },
    {
      primaryKey: ['user_id', 'role_id'],
      indexes: [['role_id']],
    },
  )
  await createTable(
    sequelize,
    'substitutions',
    {
      id: numbered,
      ...recordColumns,
      absent_id: key,
      substitute_id: key,
      from_at: big,
      until_at: big,
    },
    {
      indexes: [
        ['substitute_id', 'until_at'],
        ['absent_id', 'until_at'],
      ],
    },
  )
  await createTable(
    sequelize,
    'refresh_tokens',
    {
      id: numbered,
      token_hash: text(64),
      family: text(36),
      user_id: key,
      session_epoch: integer,
      created_at: big,
      expires_at: big,
      used_at: optionalBig,
      revoked_at: optionalBig,
    },
    { unique: [['token_hash']], indexes: [['family'], ['user_id'], ['expires_at']] },
  )
  await createTable(
    sequelize,
    'login_log',
    {
      id: numbered,
      at: big,
      user_id: key,
      outcome: text(40),
      address: text(64),
      agent: text(200),
    },
    { indexes: [['user_id', 'at'], ['at']] },
  )
  await createTable(
    sequelize,
    'task_drafts',
    { user_id: key, task_key: big, values: longText, updated_at: big },
    {
      primaryKey: ['user_id', 'task_key'],
      indexes: [['task_key']],
    },
  )
}

import type { Sequelize } from 'sequelize'
import {
  big,
  createTable,
  decimal,
  integer,
  numbered,
  optionalBig,
  optionalText,
  recordColumns,
  searchColumns,
  text,
} from './create-table.ts'

const names = { name_en: text(200), name_fa: text(200) }

/** Whom the company deals with and what it sells. */
export async function createPartiesAndProducts(sequelize: Sequelize): Promise<void> {
  await createTable(
    sequelize,
    'customer_groups',
    {
      id: numbered,
      ...recordColumns,
      parent_id: optionalBig,
      ...names,
      ...searchColumns,
    },
    { indexes: [['parent_id']] },
  )
  await createTable(
    sequelize,
    'parties',
    {
      id: numbered,
      ...recordColumns,
      name: text(200),
      legal_form: text(20),
      tax_id: optionalText(40),
      kinds: text(100),
      parent_id: optionalBig,
      group_id: optionalBig,
      region: optionalText(100),
      industry: optionalText(100),
      level: text(1),
      secrecy_level: integer,
      source: optionalText(100),
      responsible_id: optionalText(64),
      ...searchColumns,
    },
    { unique: [['tax_id']], indexes: [['sort_key'], ['parent_id'], ['group_id'], ['responsible_id']] },
  )
  await createTable(
    sequelize,
    'contacts',
    {
      id: numbered,
      ...recordColumns,
      party_id: big,
      name: text(200),
      position: optionalText(100),
      email: optionalText(200),
      phone: optionalText(40),
      ...searchColumns,
    },
    { indexes: [['party_id'], ['sort_key']] },
  )
  await createTable(
    sequelize,
    'products',
    {
      id: numbered,
      ...recordColumns,
      code: text(40),
      name: text(200),
      category: optionalText(100),
      unit: text(20),
      mode: text(20),
      ...searchColumns,
    },
    { unique: [['code']], indexes: [['sort_key']] },
  )
  await createTable(
    sequelize,
    'product_prices',
    {
      id: numbered,
      ...recordColumns,
      product_id: big,
      kind: text(8),
      currency: text(3),
      amount: decimal,
      state: text(12),
      valid_from: big,
      valid_until: optionalBig,
    },
    { indexes: [['product_id', 'kind', 'state', 'valid_from']] },
  )
}

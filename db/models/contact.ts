import type { Sequelize } from 'sequelize'
import {
  big,
  defineTable,
  type NumberedRow,
  numberedColumns,
  optionalText,
  type RecordModel,
  type SearchColumns,
  searchColumns,
  text,
} from './record-columns.ts'

/** A person at a party. */
export interface ContactRow extends NumberedRow, SearchColumns {
  partyId: number
  name: string
  position: string | null
  email: string | null
  phone: string | null
}

export const defineContact = (sequelize: Sequelize): RecordModel<ContactRow> =>
  defineTable<ContactRow>(sequelize, 'contacts', {
    ...numberedColumns,
    partyId: big,
    name: text(200),
    position: optionalText(100),
    email: optionalText(200),
    phone: optionalText(40),
    ...searchColumns,
  })

import type { Sequelize } from 'sequelize'
import {
  defineTable,
  integer,
  type NumberedRow,
  numberedColumns,
  optionalBig,
  optionalText,
  type RecordModel,
  type SearchColumns,
  searchColumns,
  text,
} from './record-columns.ts'

/** An organisation or a person we deal with. `kinds` is `,customer,supplier,`: commas on both ends, so that one can be looked for. */
export interface PartyRow extends NumberedRow, SearchColumns {
  name: string
  legalForm: string
  taxId: string | null
  kinds: string
  parentId: number | null
  groupId: number | null
  region: string | null
  industry: string | null
  level: string
  secrecyLevel: number
  source: string | null
  responsibleId: string | null
}

export const defineParty = (sequelize: Sequelize): RecordModel<PartyRow> =>
  defineTable<PartyRow>(sequelize, 'parties', {
    ...numberedColumns,
    name: text(200),
    legalForm: text(20),
    taxId: optionalText(40),
    kinds: text(100),
    parentId: optionalBig,
    groupId: optionalBig,
    region: optionalText(100),
    industry: optionalText(100),
    level: text(1),
    secrecyLevel: integer,
    source: optionalText(100),
    responsibleId: optionalText(64),
    ...searchColumns,
  })

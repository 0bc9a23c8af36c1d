import type { Sequelize } from 'sequelize'
import {
  defineTable,
  optionalText,
  type RecordModel,
  type RecordRow,
  recordColumns,
  type SearchColumns,
  searchColumns,
  text,
} from './record-columns.ts'

/** A department. Units form a tree; a group of the engine has a unit's id. */
export interface UnitRow extends RecordRow, SearchColumns {
  id: string
  parentId: string | null
  nameEn: string
  nameFa: string
  managerId: string | null
}

export const defineUnit = (sequelize: Sequelize): RecordModel<UnitRow> =>
  defineTable<UnitRow>(sequelize, 'units', {
    id: { ...text(64), primaryKey: true },
    ...recordColumns,
    parentId: optionalText(64),
    nameEn: text(200),
    nameFa: text(200),
    managerId: optionalText(64),
    ...searchColumns,
  })

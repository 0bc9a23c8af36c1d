import type { Sequelize } from 'sequelize'
import { big, defineTable, type RecordModel, text } from './record-columns.ts'

/** The next number of a kind of document. */
export interface NumberSequenceRow {
  name: string
  next: number
}

export const defineNumberSequence = (sequelize: Sequelize): RecordModel<NumberSequenceRow> =>
  defineTable<NumberSequenceRow>(sequelize, 'number_sequences', {
    name: { ...text(40), primaryKey: true },
    next: big,
  })

import { DataTypes, type Sequelize } from 'sequelize'
import {
  defineTable,
  longText,
  optionalText,
  type RecordModel,
  type RecordRow,
  recordColumns,
  text,
} from './record-columns.ts'

/** When someone works. What is null is as in the calendar above: a person's unit, the unit above it, the company. */
export interface CalendarRow extends RecordRow {
  /** As diagrams name it: `company`, a unit's id, `user:` and a login name. */
  id: string
  country: string | null
  timeZone: string | null
  /** JSON of a `WorkingWeek`. */
  week: string | null
  /** JSON of `SpecialDay[]`. */
  days: string
  /** JSON of `YearlyDay[]`. */
  yearly: string
}

export const defineCalendar = (sequelize: Sequelize): RecordModel<CalendarRow> =>
  defineTable<CalendarRow>(sequelize, 'calendars', {
    id: { ...text(64), primaryKey: true },
    ...recordColumns,
    country: optionalText(40),
    timeZone: optionalText(64),
    week: { type: DataTypes.TEXT, allowNull: true },
    days: longText,
    yearly: longText,
  })

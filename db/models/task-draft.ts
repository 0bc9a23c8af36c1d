import type { Sequelize } from 'sequelize'
import { big, defineTable, longText, type RecordModel, text } from './record-columns.ts'

/** What a person has typed into a task and not sent yet; `values` is JSON. */
export interface TaskDraftRow {
  userId: string
  taskKey: number
  values: string
  updatedAt: number
}

export const defineTaskDraft = (sequelize: Sequelize): RecordModel<TaskDraftRow> =>
  defineTable<TaskDraftRow>(sequelize, 'task_drafts', {
    userId: { ...text(64), primaryKey: true },
    taskKey: { ...big, primaryKey: true },
    values: longText,
    updatedAt: big,
  })

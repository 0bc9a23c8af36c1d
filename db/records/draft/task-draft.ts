import type { Database } from '../../connection/open-database.ts'
import { modelsOf } from '../../models/models-of.ts'
import { insertRow } from '../insert-rows.ts'
import type { Change, Reading } from '../reading.ts'
import { findRow } from '../rows.ts'

/** What a person has typed into a task's form; `taskKey` is the engine's. */
export interface DraftOf {
  readonly userId: string
  readonly taskKey: number
}

/** The JSON text as it was kept, or null. */
export async function getDraft(reading: Reading, { userId, taskKey }: DraftOf): Promise<string | null> {
  const row = await findRow(reading, modelsOf(reading.sequelize).taskDraft, { where: { userId, taskKey } })
  return row?.values ?? null
}

/** Keeps the draft, over an earlier one: the last of a person's tabs wins, as they typed it last. */
export async function keepDraft(change: Change, { userId, taskKey }: DraftOf, values: string): Promise<void> {
  const { taskDraft } = modelsOf(change.sequelize)
  const { transaction, now } = change
  // Deleting first serves both databases alike, where each has its own words for "insert or update".
  await taskDraft.destroy({ where: { userId, taskKey }, transaction })
  await insertRow(change, 'task_drafts', { userId, taskKey, values, updatedAt: now })
}

/** When the person throws it away. */
export async function dropDraft(change: Change, { userId, taskKey }: DraftOf): Promise<void> {
  await modelsOf(change.sequelize).taskDraft.destroy({
    where: { userId, taskKey },
    transaction: change.transaction,
  })
}

/** Whether anyone has typed into the task's form and not sent it; cheap, because every completion asks. */
export async function hasDrafts({ read }: Pick<Database, 'read'>, taskKey: number): Promise<boolean> {
  const text = 'SELECT 1 FROM task_drafts WHERE task_key = ? LIMIT 1'
  const found = await read({ text, values: [taskKey], single: true })
  return found.length > 0
}

/** When the task has ended: everyone's drafts of it. */
export async function dropDrafts(change: Change, taskKey: number): Promise<void> {
  await modelsOf(change.sequelize).taskDraft.destroy({ where: { taskKey }, transaction: change.transaction })
}

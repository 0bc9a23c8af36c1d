import { modelsOf } from '../models/models-of.ts'
import { insertRow } from './insert-rows.ts'
import type { Change } from './reading.ts'
import { findRow } from './rows.ts'

/**
 * The next number of a kind of document, from 1, without gaps: it is taken in the document's own transaction, and others
 * wait for that transaction. The row is made by `createNumberSequences`.
 */
export async function nextNumber(change: Change, name: NumberSequence): Promise<number> {
  const { numberSequence } = modelsOf(change.sequelize)
  const row = await findRow(change, numberSequence, { where: { name }, lock: true })
  if (row === null) throw new Error(`the number sequence "${name}" is missing: it is made with the company`)
  await numberSequence.update({ next: row.next + 1 }, { where: { name }, transaction: change.transaction })
  return row.next
}

const sequences = ['opportunity'] as const
export type NumberSequence = (typeof sequences)[number]

/** All sequences, at 1; part of making a company. */
export async function createNumberSequences(change: Change): Promise<void> {
  for (const name of sequences) await insertRow(change, 'number_sequences', { name, next: 1 })
}

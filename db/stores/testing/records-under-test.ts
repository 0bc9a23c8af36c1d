import { DataTypes, type Sequelize, type Transaction } from 'sequelize'

/** A record model with a single text, in a table of its own. */
export async function recordsUnderTest(sequelize: Sequelize) {
  const Note = sequelize.define('note', { text: DataTypes.STRING }, { timestamps: false })
  await Note.sync()
  return {
    write: async (text: string, tx?: unknown) => {
      // What `StoreTransaction.withRecords` gave.
      await Note.create({ text }, { transaction: (tx ?? null) as Transaction | null })
    },
    read: async () =>
      (await Note.findAll({ order: [['id', 'ASC']] })).map((note) => String(note.get('text'))),
  }
}

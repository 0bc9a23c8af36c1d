import type { Sequelize, Transaction } from 'sequelize'

/** Where a record function reads: inside `transaction` when there is one, else as last committed. */
export interface Reading {
  readonly sequelize: Sequelize
  readonly transaction?: Transaction
}

/** Who changes what, when, and in which transaction. Every changing function takes one first. */
export interface Change extends Reading {
  readonly transaction: Transaction
  /** Login name of the person, or the name of the part of the platform that acts by itself. */
  readonly by: string
  /** Epoch milliseconds. */
  readonly now: number
}

/**
 * A change inside a transaction of the engine: `tx` is a handler's `context.tx`.
 * Throws when it is not a Sequelize transaction, as in the memory store, which has no records.
 */
export function changeIn(tx: unknown, { by, now }: { by: string; now: number }): Change {
  if (!isTransaction(tx))
    throw new Error(
      'records are changed inside a Sequelize transaction; this store gave none: use an SQL store',
    )
  return { sequelize: tx.sequelize, transaction: tx, by, now }
}

/** Sequelize's own declaration leaves out the `sequelize` of a transaction, which is there. */
type OwnedTransaction = Transaction & { readonly sequelize: Sequelize }

function isTransaction(tx: unknown): tx is OwnedTransaction {
  return typeof tx === 'object' && tx !== null && 'sequelize' in tx && 'commit' in tx
}

/** Options of a query: its transaction if there is one. */
export const within = ({ transaction }: Reading): { transaction?: Transaction } =>
  transaction ? { transaction } : {}

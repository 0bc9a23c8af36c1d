/** Ways to misuse a store. All are bugs of the caller and undo the command. */

/** A transaction was used after its work had resolved, for example by a read that nobody awaited. */
export class TransactionOver extends Error {
  readonly code = 'transaction_over'
  constructor() {
    super('this transaction is over: await every read and make every write before the work resolves')
    this.name = 'TransactionOver'
  }
}

/** A row was inserted that is there already. */
export class DuplicateRow extends Error {
  readonly code = 'duplicate_row'
  constructor(table: string, row: number | string) {
    super(
      `expected a row that is new to ${table}, got ${row}, which is there already: reserve a key for each row`,
    )
    this.name = 'DuplicateRow'
  }
}

/** History has no `key`, and what happened does not change. */
export class NoSingleKey extends Error {
  readonly code = 'no_single_key'
  constructor() {
    super('expected a table with one key, got history: find its rows by instance; they are never updated')
    this.name = 'NoSingleKey'
  }
}

/** The store was asked, inside a command, for something that would wait for that command. */
export class NestedTransaction extends Error {
  readonly code = 'nested_transaction'
  constructor(method: 'transact' | 'reserveKeys') {
    super(
      `${method} was called inside a command, whose transaction it would wait for: ` +
        'use the command’s own transaction, or call it before',
    )
    this.name = 'NestedTransaction'
  }
}

/** A store that is not open was asked for something. */
export class StoreClosed extends Error {
  readonly code = 'store_closed'
  constructor() {
    super('this store is not open: open it first, and ask nothing after close')
    this.name = 'StoreClosed'
  }
}

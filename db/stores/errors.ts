/** The store was used in a way that would wait for itself. */
export class NestedTransaction extends Error {
  readonly code = 'nested_transaction'
  constructor(method: 'transact' | 'reserveKeys') {
    super(`${method} was called inside a command, whose transaction it would wait for: use the command’s own transaction, or call it before`)
    this.name = 'NestedTransaction'
  }
}

/** A transaction was used after its work had resolved, for example by a query that nobody awaited. */
export class TransactionOver extends Error {
  readonly code = 'transaction_over'
  constructor() {
    super('this transaction is over: await every read and make every write before the work resolves')
    this.name = 'TransactionOver'
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

/** Settings of the database can lose an acknowledged commit when the power fails. */
export class UnsafeDatabase extends Error {
  readonly code = 'unsafe_database'
  constructor(setting: string, got: string, expected: string, remedy: string) {
    super(`expected ${setting} = ${expected}, got ${got}: an acknowledged command could be lost; ${remedy}`)
    this.name = 'UnsafeDatabase'
  }
}

/** A closed store was asked for something. */
export class StoreClosed extends Error {
  readonly code = 'store_closed'
  constructor() {
    super('this store has been closed: it takes no more commands')
    this.name = 'StoreClosed'
  }
}

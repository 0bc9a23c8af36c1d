const DEADLOCK = 1213
const LOCK_WAIT_TIMEOUT = 1205
/** MariaDB with `innodb_snapshot_isolation`: the row changed since it was read. */
const RECORD_CHANGED = 1020
export const UNKNOWN_DATABASE = 1049
export const DUPLICATE_ENTRY = 1062

const LOST_NUMBERS = new Set([1053, 1927, 2006, 2013])
const LOST_CODES = new Set(['PROTOCOL_CONNECTION_LOST', 'ECONNRESET', 'EPIPE', 'ECONNREFUSED', 'ETIMEDOUT'])

interface DriverError {
  readonly errno?: number
  readonly code?: string
  readonly fatal?: boolean
}

/**
 * The driver's error inside what others made of it: Sequelize keeps it in `parent`, the engine in `cause`. Errors of
 * Node's sockets may come from another realm, so no `instanceof`.
 */
function driverError(error: unknown): DriverError {
  if (typeof error !== 'object' || error === null) return {}
  const { parent, cause } = error as { parent?: unknown; cause?: unknown }
  const inner = parent ?? cause
  return typeof inner === 'object' && inner !== null ? driverError(inner) : error
}

export const errorNumber = (error: unknown): number | undefined => driverError(error).errno

/** A handler caught a deadlock and went on, but the database has undone everything it did. */
export class Overtaken extends Error {
  readonly errno = DEADLOCK
  readonly code = 'overtaken'
  constructor() {
    super('another transaction was in the way and the database undid this one: run the command again')
    this.name = 'Overtaken'
  }
}

/** Another transaction was in the way and the database undid this one: running it again is right. */
export function isConflict(error: unknown): boolean {
  const number = errorNumber(error)
  return number === DEADLOCK || number === LOCK_WAIT_TIMEOUT || number === RECORD_CHANGED
}

/** The connection is gone, and with it whatever was not committed. */
export function isConnectionLost(error: unknown): boolean {
  const { errno, code, fatal } = driverError(error)
  return fatal === true || LOST_CODES.has(code ?? '') || LOST_NUMBERS.has(errno ?? 0)
}

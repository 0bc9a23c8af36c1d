import { createHash, randomBytes, randomUUID } from 'node:crypto'
import { Op } from 'sequelize'
import { ok } from '../../../engine/result.ts'
import { modelsOf } from '../../models/models-of.ts'
import type { RefreshTokenRow } from '../../models/refresh-token.ts'
import { insertRow } from '../insert-rows.ts'
import { getUser, type User } from '../people/user.ts'
import type { Change } from '../reading.ts'
import { type Outcome, problem } from '../record-problem.ts'
import { findRow } from '../rows.ts'

export interface IssuedToken {
  /** Goes to the browser and is kept nowhere else; the database knows its hash. */
  readonly token: string
  /** One sign-in with all its rotations. */
  readonly family: string
  /** Epoch milliseconds. */
  readonly expiresAt: number
}

const lifetime = 30 * 24 * 60 * 60 * 1000

/** A new session's first token. */
export const issueRefreshToken = (change: Change, user: User): Promise<IssuedToken> =>
  issue(change, user, randomUUID())

/**
 * Trades a token for its successor; each works once. `reused` says that it had been traded before: someone has a copy,
 * so the whole family is void, and that must be kept, which is why it is a value and not a failure.
 * Fails with `invalid_refresh_token` when it is unknown, expired, revoked, or the person was signed out or disabled.
 */
export async function rotateRefreshToken(
  change: Change,
  token: string,
): Promise<Outcome<{ user: User; refreshToken: IssuedToken } | 'reused'>> {
  const { refreshToken } = modelsOf(change.sequelize)
  const row = await findRow(change, refreshToken, { where: { tokenHash: hashOf(token) } })
  if (row === null || row.revokedAt !== null || row.expiresAt <= change.now) return invalid()
  const where = { id: row.id, usedAt: null }
  const [used] = await refreshToken.update({ usedAt: change.now }, { where, transaction: change.transaction })
  if (used === 0) return revokeFamily(change, row.family).then(() => ok('reused'))
  const user = await getUser(change, row.userId)
  if (user === null || user.disabled || user.sessionEpoch !== row.sessionEpoch) return invalid()
  return ok({ user, refreshToken: await issue(change, user, row.family) })
}

/** Ends the session that the token belongs to; an unknown token is no error. */
export async function revokeRefreshToken(change: Change, token: string): Promise<void> {
  const { refreshToken } = modelsOf(change.sequelize)
  const row = await findRow(change, refreshToken, { where: { tokenHash: hashOf(token) } })
  if (row !== null) await revokeFamily(change, row.family)
}

/** Forgets tokens that ended more than a day ago; answers how many. */
export function forgetOldTokens(change: Change): Promise<number> {
  const where = { expiresAt: { [Op.lt]: change.now - 24 * 60 * 60 * 1000 } }
  return modelsOf(change.sequelize).refreshToken.destroy({ where, transaction: change.transaction })
}

async function issue(change: Change, user: User, family: string): Promise<IssuedToken> {
  const token = randomBytes(32).toString('base64url')
  const expiresAt = change.now + lifetime
  const row: Omit<RefreshTokenRow, 'id'> = {
    tokenHash: hashOf(token),
    family,
    userId: user.id,
    sessionEpoch: user.sessionEpoch,
    createdAt: change.now,
    expiresAt,
    usedAt: null,
    revokedAt: null,
  }
  await insertRow(change, 'refresh_tokens', row)
  return { token, family, expiresAt }
}

async function revokeFamily(change: Change, family: string): Promise<void> {
  const where = { family, revokedAt: null }
  const { refreshToken } = modelsOf(change.sequelize)
  await refreshToken.update({ revokedAt: change.now }, { where, transaction: change.transaction })
}

/** 256 random bits need no slow hash. */
const hashOf = (token: string): string => createHash('sha256').update(token).digest('hex')

const invalid = () => problem('invalid_refresh_token', 'The session has ended: sign in again.')

import type { Sequelize } from 'sequelize'
import { big, defineTable, integer, optionalBig, type RecordModel, text } from './record-columns.ts'

/** A refresh token, of which only the SHA-256 is known. A family is one sign-in with all its rotations. */
export interface RefreshTokenRow {
  id: number
  tokenHash: string
  family: string
  userId: string
  sessionEpoch: number
  createdAt: number
  expiresAt: number
  usedAt: number | null
  revokedAt: number | null
}

export const defineRefreshToken = (sequelize: Sequelize): RecordModel<RefreshTokenRow> =>
  defineTable<RefreshTokenRow>(sequelize, 'refresh_tokens', {
    id: { ...big, primaryKey: true, autoIncrement: true },
    tokenHash: text(64),
    family: text(36),
    userId: text(64),
    sessionEpoch: integer,
    createdAt: big,
    expiresAt: big,
    usedAt: optionalBig,
    revokedAt: optionalBig,
  })

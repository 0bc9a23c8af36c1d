import type { KeyObject } from 'node:crypto'
import jsonwebtoken from 'jsonwebtoken'
import { z } from 'zod'
import type { Session } from './identity.ts'

/** Minutes that an access token is good for: the longest a stolen one can be used, if nobody notices. */
const ACCESS_MINUTES = 10
const audience = 'kartabl'

const Claims = z.object({
  sub: z.string(),
  typ: z.literal('access'),
  /** Family of refresh tokens it belongs to. */
  sid: z.string(),
  /** The person's session epoch. */
  epo: z.number().int(),
  iat: z.number(),
  exp: z.number(),
})
export interface AccessClaims {
  readonly person: string
  readonly session: Session
  /** Epoch milliseconds. */
  readonly expiresAt: number
}

/** Issues a token for ten minutes from `now` (epoch milliseconds). */
export function issueAccessToken(key: KeyObject, person: string, session: Session, now: number) {
  const iat = Math.floor(now / 1000)
  const exp = iat + ACCESS_MINUTES * 60
  const token = jsonwebtoken.sign(
    { sub: person, typ: 'access', sid: session.family, epo: session.epoch, aud: audience, iat, exp },
    key,
    {
      algorithm: 'HS256',
    },
  )
  return { token, expiresAt: exp * 1000 }
}

/** Tokens read lately; past this all are read anew. */
const MOST_KEPT = 10_000

/** Reads access tokens. Checking a signature again proves nothing new: one that was good is good until it expires. */
export function accessTokenReader(
  key: KeyObject,
): (token: string, now: number) => ReturnType<typeof readAccessToken> {
  const good = new Map<string, AccessClaims>()
  return (token, now) => {
    const known = good.get(token)
    if (known !== undefined && now < known.expiresAt) return known
    const claims = readAccessToken(key, token, now)
    if (good.size >= MOST_KEPT) good.clear()
    if (typeof claims === 'string') good.delete(token)
    else good.set(token, claims)
    return claims
  }
}

/** The claims of a token that is ours, of the right type and still good; else why not. */
export function readAccessToken(
  key: KeyObject,
  token: string,
  now: number,
): AccessClaims | 'expired' | 'invalid' {
  try {
    const payload = jsonwebtoken.verify(token, key, {
      algorithms: ['HS256'],
      audience,
      clockTimestamp: Math.floor(now / 1000),
      maxAge: `${ACCESS_MINUTES}m`,
    })
    const claims = Claims.safeParse(payload)
    if (!claims.success) return 'invalid'
    const { sub, sid, epo, iat, exp } = claims.data
    const until = Math.min(exp, iat + ACCESS_MINUTES * 60)
    return { person: sub, session: { family: sid, epoch: epo }, expiresAt: until * 1000 }
  } catch (error) {
    return error instanceof jsonwebtoken.TokenExpiredError ? 'expired' : 'invalid'
  }
}

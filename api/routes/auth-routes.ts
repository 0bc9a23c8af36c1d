import type { KeyObject } from 'node:crypto'
import type { Request, Response } from 'express'
import { changeRecords } from '../../db/records/change-records.ts'
import type { User } from '../../db/records/people/user.ts'
import {
  type IssuedToken,
  revokeRefreshToken,
  rotateRefreshToken,
} from '../../db/records/session/refresh-token.ts'
import { signIn } from '../../db/records/session/sign-in.ts'
import { ok } from '../../engine/result.ts'
import { issueAccessToken } from '../auth/access-token.ts'
import { originOf } from '../auth/authenticate.ts'
import type { FailedTries } from '../auth/failed-tries.ts'
import { clearRefreshCookie, refreshCookie, setRefreshCookie } from '../auth/refresh-cookie.ts'
import { Login, SignedIn } from '../contract/index.ts'
import { ApiProblem } from '../http/api-problem.ts'
import { type Route, route } from '../http/route.ts'
import { presentMe } from '../presenters/me.ts'
import { time } from '../presenters/shapes.ts'
import type { Services } from '../services.ts'

interface Needs {
  readonly key: KeyObject
  readonly tries: FailedTries
}

const ended = (code: string) => new ApiProblem(401, code, 'The session has ended. Sign in again.')

/** Signing in, staying signed in, and out. */
export function authRoutes(services: Services, { key, tries }: Needs): Route[] {
  const { database, people, now } = services

  async function answer(
    request: Request,
    response: Response,
    user: User,
    refreshToken: IssuedToken,
  ): Promise<SignedIn> {
    setRefreshCookie(request, response, refreshToken.token, refreshToken.expiresAt)
    const session = { family: refreshToken.family, epoch: user.sessionEpoch }
    const access = issueAccessToken(key, user.id, session, now())
    people.forget(user.id)
    const person = await people.current(user.id, session)
    if (typeof person === 'string') throw ended('signed_out')
    return {
      accessToken: access.token,
      expiresAt: time(access.expiresAt),
      me: await presentMe(services, person),
    }
  }

  const login = route({
    method: 'post',
    path: '/api/auth/login',
    tag: 'Sign-in',
    summary: 'Sign in with name and password; sets the refresh cookie',
    access: 'public',
    body: Login,
    answer: SignedIn,
    problems: { 401: 'invalid_credentials', 429: 'too_many_tries' },
    async handle({ body, request, response }) {
      const from = originOf(request)
      await tries.check(body.user, from.address)
      const signedIn = await signIn(database, { ...body, ...from, now: now() })
      if (!signedIn.ok) {
        await tries.add(body.user, from.address)
        throw new ApiProblem(401, signedIn.error.code, signedIn.error.message)
      }
      return answer(request, response, signedIn.value.user, signedIn.value.refreshToken)
    },
  })

  const refresh = route({
    method: 'post',
    path: '/api/auth/refresh',
    tag: 'Sign-in',
    summary: 'Trade the refresh cookie for a new access token and a new cookie; each cookie works once',
    access: 'public',
    answer: SignedIn,
    problems: { 401: 'not_signed_in, invalid_refresh_token, refresh_token_reused' },
    async handle({ request, response }) {
      const token = refreshCookie(request)
      if (token === null) throw ended('not_signed_in')
      const rotated = await changeRecords(database, { by: 'sign-in', now: now() }, (change) =>
        rotateRefreshToken(change, token),
      )
      if (!rotated.ok || rotated.value === 'reused') {
        clearRefreshCookie(request, response)
        throw ended(rotated.ok ? 'refresh_token_reused' : rotated.error.code)
      }
      return answer(request, response, rotated.value.user, rotated.value.refreshToken)
    },
  })

  const logout = route({
    method: 'post',
    path: '/api/auth/logout',
    tag: 'Sign-in',
    summary: 'End this session everywhere it is used; needs the refresh cookie only',
    access: 'public',
    async handle({ request, response }) {
      const token = refreshCookie(request)
      clearRefreshCookie(request, response)
      if (token === null) return undefined
      await changeRecords(database, { by: 'sign-in', now: now() }, async (change) => {
        await revokeRefreshToken(change, token)
        return ok(null)
      })
      people.forgetSessions()
      return undefined
    },
  })

  return [login, refresh, logout]
}

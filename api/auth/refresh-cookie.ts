import type { Request, Response } from 'express'

const NAME = 'kartabl_refresh'
const path = '/api/auth'

/** HttpOnly and SameSite=Strict: no script reads it, and no other site makes the browser send it. */
const options = (request: Request) => ({
  httpOnly: true,
  sameSite: 'strict' as const,
  secure: request.secure,
  path,
})

/** Gives the browser the refresh token until `expiresAt` (epoch milliseconds); no script can read it. */
export const setRefreshCookie = (request: Request, response: Response, token: string, expiresAt: number) =>
  response.cookie(NAME, token, { ...options(request), expires: new Date(expiresAt) })

/** Takes it back from the browser. */
export const clearRefreshCookie = (request: Request, response: Response) =>
  response.clearCookie(NAME, options(request))

/** The refresh token that came with the request. */
export function refreshCookie(request: Request): string | null {
  const cookies = (request.get('cookie') ?? '').split(';').map((cookie) => cookie.trim())
  const ours = cookies.find((cookie) => cookie.startsWith(`${NAME}=`))
  return ours === undefined ? null : decodeURIComponent(ours.slice(NAME.length + 1))
}

import type { KeyObject } from 'node:crypto'
import type { Request, RequestHandler } from 'express'
import { ApiProblem } from '../http/api-problem.ts'
import { accessTokenReader } from './access-token.ts'
import type { BasicSignIn } from './basic-sign-in.ts'
import type { CurrentPeople } from './current-people.ts'
import type { Identity, Session } from './identity.ts'
import { notSignedIn, setIdentity } from './request-identity.ts'

interface Needs {
  readonly key: KeyObject
  readonly people: CurrentPeople
  readonly basic: BasicSignIn
  readonly now: () => number
}

/** Where a request comes from, for the login log and the limits. */
export const originOf = (request: Request) => ({
  address: request.ip ?? '',
  agent: request.get('user-agent') ?? '',
})

async function recognise(
  request: Request,
  readToken: ReturnType<typeof accessTokenReader>,
  { basic, now }: Needs,
): Promise<{ person: string; session: Session }> {
  const header = request.get('authorization') ?? ''
  const [scheme = '', token = ''] = header.split(' ')
  if (scheme.toLowerCase() === 'bearer') {
    const claims = readToken(token, now())
    if (claims === 'expired')
      throw new ApiProblem(401, 'token_expired', 'The access token has expired: refresh it.')
    if (claims === 'invalid') throw notSignedIn('The access token is not one of ours. Sign in again.')
    return claims
  }
  if (scheme.toLowerCase() === 'basic') {
    const known = await basic(header, originOf(request))
    if (known === null)
      throw new ApiProblem(401, 'invalid_credentials', 'The user name or the password is wrong.')
    return { person: known.person, session: { family: null, epoch: known.epoch } }
  }
  throw notSignedIn()
}

/** Recognises the sender by Bearer token or HTTP Basic, as the person is now, or answers 401. */
export function authenticate(needs: Needs): RequestHandler {
  const readToken = accessTokenReader(needs.key)
  return async (request, _response, next) => {
    const { person, session } = await recognise(request, readToken, needs)
    const identity = await needs.people.current(person, session)
    if (typeof identity === 'string') throw signedOut(identity)
    setIdentity(request, identity satisfies Identity)
    next()
  }
}

const signedOut = (reason: string) =>
  new ApiProblem(401, 'signed_out', `This session has ended (${reason}). Sign in again.`)

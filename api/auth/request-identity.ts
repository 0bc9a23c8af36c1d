import type { Request } from 'express'
import { ApiProblem } from '../http/api-problem.ts'
import type { Identity } from './identity.ts'

const identities = new WeakMap<Request, Identity>()

/** Remembers who sent the request; `authenticate` alone calls it. */
export const setIdentity = (request: Request, identity: Identity) => identities.set(request, identity)

/** Who sent the request. 401 when `authenticate` has not let it through. */
export function identityOf(request: Request): Identity {
  const identity = identities.get(request)
  if (identity === undefined) throw notSignedIn()
  return identity
}

/** 401 `not_signed_in`. */
export const notSignedIn = (detail = 'Sign in first: send a Bearer access token or HTTP Basic.') =>
  new ApiProblem(401, 'not_signed_in', detail)

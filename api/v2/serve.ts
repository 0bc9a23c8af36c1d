import type { Request, Response } from 'express'
import type { z } from 'zod'
import type { Identity } from '../auth/identity.ts'
import type { Operation } from '../contract/v2/operation.ts'
import { hasBody } from '../contract/v2/operation.ts'
import type { Access, Route } from '../http/route.ts'

export interface AskedV2<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType> {
  readonly person: Identity
  readonly params: z.output<P>
  readonly query: z.output<Q>
  readonly body: z.output<B>
  readonly request: Request
  readonly response: Response
}

/** Nothing for 204. */
type Answer<A extends z.ZodType | null> = A extends z.ZodType ? z.input<A> : undefined

/** A route that carries out an operation of the contract, for those who have `access`. */
export function serve<
  P extends z.ZodObject,
  Q extends z.ZodObject,
  B extends z.ZodType,
  A extends z.ZodType | null,
>(
  operation: Operation<P, Q, B, A>,
  access: Exclude<Access, 'public'>,
  handle: (asked: AskedV2<P, Q, B>) => Promise<Answer<A>>,
): Route {
  const { method, path, tag, summary, params, query, body, answer, produces } = operation
  return {
    method,
    path,
    tag,
    summary,
    access,
    params,
    query,
    ...(hasBody(operation) ? { body } : {}),
    ...(answer === null ? {} : { answer }),
    ...(produces === 'application/json' ? {} : { mediaType: produces }),
    handle: async (asked) => {
      // The mount has parsed every part with the schemas of this operation.
      const given = await handle(asked as unknown as AskedV2<P, Q, B>)
      if (given === null) asked.response.status(204).end()
      return given
    },
  }
}

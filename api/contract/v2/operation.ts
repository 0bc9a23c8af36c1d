import { z } from 'zod'

/**
 * One operation of the contract: what its route checks and what the OpenAPI document says are this one description.
 * `answer` is the body of 200; null: it has none (204). A nullable answer may be either.
 */
export interface Operation<
  P extends z.ZodObject = z.ZodObject,
  Q extends z.ZodObject = z.ZodObject,
  B extends z.ZodType = z.ZodType,
  A extends z.ZodType | null = z.ZodType | null,
> {
  readonly id: string
  readonly method: 'get' | 'post' | 'put' | 'patch' | 'delete'
  /** With parameters in braces. */
  readonly path: string
  readonly tag: string
  readonly summary: string
  readonly params: P
  readonly query: Q
  readonly body: B
  readonly answer: A
  /** Of the answer; `application/json` unless said. */
  readonly produces: string
  /** Of the body; `application/json` unless said. */
  readonly consumes: string
}

const nothing = z.object({})
const anything = z.unknown()
type Nothing = typeof nothing
type Anything = typeof anything

type Described<
  P extends z.ZodObject,
  Q extends z.ZodObject,
  B extends z.ZodType,
  A extends z.ZodType | null,
> = Pick<Operation, 'id' | 'method' | 'path' | 'tag' | 'summary'> & {
  readonly params?: P
  readonly query?: Q
  readonly body?: B
  readonly answer: A
  readonly produces?: string
  readonly consumes?: string
}

/** Describes an operation; what is left out is not looked at. */
export function operation<
  A extends z.ZodType | null,
  P extends z.ZodObject = Nothing,
  Q extends z.ZodObject = Nothing,
  B extends z.ZodType = Anything,
>(described: Described<P, Q, B, A>): Operation<P, Q, B, A> {
  return {
    ...described,
    // The defaults stand exactly where the type parameters have theirs.
    params: (described.params ?? nothing) as P,
    query: (described.query ?? nothing) as Q,
    body: (described.body ?? anything) as B,
    produces: described.produces ?? 'application/json',
    consumes: described.consumes ?? 'application/json',
  }
}

export const hasBody = (described: Operation) => described.body !== anything

import type { Request, Response } from 'express'
import type { z } from 'zod'
import type { Identity } from '../auth/identity.ts'
import type { Permission } from '../contract/index.ts'

/** 'public': anyone. 'signed-in': any person. Else the permission that is needed before the handler is asked. */
export type Access = 'public' | 'signed-in' | Permission

type Out<S> = S extends z.ZodType ? z.output<S> : undefined

export interface Asked<A extends Access, P, Q, B> {
  /** null on public routes only. */
  readonly person: A extends 'public' ? null : Identity
  readonly params: P
  readonly query: Q
  readonly body: B
  readonly request: Request
  readonly response: Response
}

export interface RouteSpec<
  A extends Access,
  P extends z.ZodObject | undefined,
  Q extends z.ZodObject | undefined,
  B extends z.ZodType | undefined,
  R extends z.ZodType | undefined,
> {
  readonly method: 'get' | 'post' | 'put' | 'patch' | 'delete'
  /** OpenAPI form: `/api/tasks/{key}`. */
  readonly path: string
  readonly tag: string
  readonly summary: string
  readonly access: A
  readonly params?: P
  readonly query?: Q
  readonly body?: B
  /** Media types of text bodies that are accepted beside JSON; the route reads them from `request.body`. */
  readonly textBody?: readonly string[]
  /** Field of files: `multipart/form-data` is accepted too, and the route reads it with `readMultipart`. */
  readonly filesField?: string
  /** Largest body; '1mb' when left out. */
  readonly limit?: string
  /** Takes an Idempotency-Key. */
  readonly idempotent?: boolean
  /** Of the successful answer. 204 when there is no `answer`. */
  readonly status?: number
  readonly answer?: R
  /** Text answers. */
  readonly mediaType?: string
  /** Expected problems beyond 400, 401, 403 and 429, by status with their codes. */
  readonly problems?: Readonly<Record<number, string>>
  readonly handle: (
    asked: Asked<A, Out<P>, Out<Q>, Out<B>>,
  ) => Promise<R extends z.ZodType ? z.input<R> : string | undefined>
}

/** A route with its types forgotten: what the mount and the document need. */
export interface Route
  extends Omit<RouteSpec<Access, z.ZodObject, z.ZodObject, z.ZodType, z.ZodType>, 'handle'> {
  readonly handle: (asked: Asked<Access, unknown, unknown, unknown>) => Promise<unknown>
}

/**
 * Declares a route: schema → policy → call → presenter. What is not declared is not served, and what is served is in
 * the OpenAPI document, because both are made from this.
 */
export function route<
  A extends Access,
  P extends z.ZodObject | undefined = undefined,
  Q extends z.ZodObject | undefined = undefined,
  B extends z.ZodType | undefined = undefined,
  R extends z.ZodType | undefined = undefined,
>(spec: RouteSpec<A, P, Q, B, R>): Route {
  // The mount parses with the same schemas before it calls `handle`, so the forgotten types hold.
  return spec as unknown as Route
}

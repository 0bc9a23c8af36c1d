import express, { type Request, type RequestHandler, type Response } from 'express'
import { identityOf } from '../auth/request-identity.ts'
import { requireMay } from '../policies/require.ts'
import { jsonBody } from './json-body.ts'
import { MULTIPART } from './read-multipart.ts'
import { readPart } from './read-request.ts'
import type { Access, Route } from './route.ts'
import { RoutersByStart } from './routers-by-start.ts'

/** Tells who sent the request, or refuses it with 401. */
export type Authenticate = RequestHandler

interface Mounting {
  readonly authenticate: Authenticate
  /** Tests: an answer that is not as its schema says is a bug (500) instead of a surprise in the browser. */
  readonly checkAnswers: boolean
}

const bodyReaders = (route: Route): RequestHandler[] => {
  const limit = route.limit ?? '1mb'
  if (route.body === undefined) return []
  const text = route.textBody === undefined ? [] : [express.text({ type: [...route.textBody], limit })]
  return [...text, ...jsonBody(limit)]
}

const guard =
  (access: Access): RequestHandler =>
  (request, _response, next) => {
    if (access !== 'public' && access !== 'signed-in') requireMay(identityOf(request), access)
    next()
  }

function send(route: Route, response: Response, answer: unknown): void {
  if (route.answer === undefined && route.mediaType === undefined) response.status(route.status ?? 204).end()
  else if (route.mediaType !== undefined) response.status(200).type(route.mediaType).send(answer)
  else response.status(route.status ?? 200).json(answer)
}

/** The body is a text or a form with files, which the route reads. */
const readsItself = (route: Route, request: Request): boolean =>
  typeof request.body === 'string' || (route.filesField !== undefined && request.is(MULTIPART) !== false)

const handler =
  (route: Route, checkAnswers: boolean): RequestHandler =>
  async (request, response) => {
    const asked = {
      person: (route.access === 'public' ? null : identityOf(request)) as never, // `Asked` ties it to the access
      params: readPart('path', route.params, request.params),
      query: readPart('query', route.query, request.query),
      body: readsItself(route, request) ? undefined : readPart('body', route.body, request.body ?? {}),
      request,
      response,
    }
    const answer = await route.handle(asked)
    if (checkAnswers) route.answer?.parse(JSON.parse(JSON.stringify(answer)))
    if (!response.headersSent) send(route, response, answer)
  }

/** Serves exactly these routes: who is it, may they, is it well-formed, then the handler. */
export function mountRoutes(routes: readonly Route[], mounting: Mounting): RequestHandler {
  const routers = new RoutersByStart()
  for (const route of routes) {
    const path = route.path.replaceAll(/\{(\w+)\}/g, ':$1')
    const first = route.access === 'public' ? [] : [mounting.authenticate, guard(route.access)]
    routers
      .of(route.path)
      [route.method](path, ...first, ...bodyReaders(route), handler(route, mounting.checkAnswers))
  }
  return routers.handler
}

import type { ErrorRequestHandler, Response } from 'express'
import type { Log } from '../log.ts'
import { ApiProblem } from './api-problem.ts'

/** What body-parser and the router put on the errors they throw. */
interface HttpError {
  readonly status?: unknown
  readonly type?: unknown
  readonly message?: unknown
}

const parserProblems: Readonly<Record<string, (error: HttpError) => ApiProblem>> = {
  'entity.too.large': () =>
    new ApiProblem(
      413,
      'body_too_large',
      'The body is larger than this route accepts (1 MB, 4 MB for deployments).',
    ),
  // The parser's own message quotes the body, and a password may be in it.
  'entity.parse.failed': () =>
    new ApiProblem(400, 'body_not_json', 'The body is not JSON. Check quotes, commas and brackets.'),
  'encoding.unsupported': () =>
    new ApiProblem(
      415,
      'encoding_not_supported',
      'The content encoding is not supported: send gzip, deflate, br or none.',
    ),
  'charset.unsupported': () => new ApiProblem(415, 'charset_not_supported', 'Send the body in UTF-8.'),
}

/** The problem that an error stands for; undefined for a bug. */
export function problemOf(error: unknown): ApiProblem | undefined {
  if (error instanceof ApiProblem) return error
  if (typeof error !== 'object' || error === null) return undefined
  const known: HttpError = error
  if (typeof known.type === 'string' && known.type in parserProblems)
    return parserProblems[known.type]?.(known)
  if (typeof known.status === 'number' && known.status >= 400 && known.status < 500)
    return new ApiProblem(known.status, 'bad_request', String(known.message).slice(0, 200))
  return databaseAway(error)
}

const away = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'PROTOCOL_CONNECTION_LOST',
  'ETIMEDOUT',
  'SQLITE_FULL',
  'SQLITE_BUSY',
])

function databaseAway(error: object): ApiProblem | undefined {
  const causes = [error, 'parent' in error ? error.parent : null, 'cause' in error ? error.cause : null]
  const hit = causes.some(
    (cause) => typeof cause === 'object' && cause !== null && 'code' in cause && away.has(String(cause.code)),
  )
  return hit
    ? new ApiProblem(
        503,
        'database_unavailable',
        'The database does not answer now. Nothing was changed; try again shortly.',
      )
    : undefined
}

function sendProblem(response: Response, problem: ApiProblem): void {
  if (problem.status === 503 || problem.status === 429) response.setHeader('Retry-After', '2')
  if (problem.status === 401) response.setHeader('WWW-Authenticate', 'Bearer realm="kartabl"')
  const requestId = response.getHeader('X-Request-Id')
  response
    .status(problem.status)
    .type('application/problem+json')
    .send(
      JSON.stringify({
        ...problem.toBody(),
        ...(requestId === undefined ? {} : { requestId: String(requestId) }),
      }),
    )
}

/** The one place where errors become answers. A bug is logged whole and answered without any of it. */
export const errorHandler =
  (log: Log): ErrorRequestHandler =>
  (error, request, response, next) => {
    if (response.headersSent) return next(error)
    const problem = problemOf(error)
    if (problem === undefined)
      log.error({ err: error, method: request.method, path: request.path }, 'request failed')
    else if (problem.status === 403)
      log.warn({ code: problem.code, method: request.method, path: request.path }, 'request denied')
    sendProblem(
      response,
      problem ??
        new ApiProblem(
          500,
          'internal_error',
          'Something is wrong on our side. The request id helps to find it in the log.',
        ),
    )
  }

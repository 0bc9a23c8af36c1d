import type { Problem } from '../contract/index.ts'

type Extra = Omit<Partial<Problem>, 'type' | 'title' | 'status' | 'detail' | 'code'>

const titles: Readonly<Record<number, string>> = {
  400: 'Bad request',
  401: 'Not signed in',
  403: 'Not permitted',
  404: 'Not found',
  409: 'Conflict',
  413: 'Too large',
  415: 'Unsupported media type',
  422: 'Refused',
  429: 'Too many requests',
  500: 'Internal error',
  503: 'Not available',
}

/**
 * An answer that is not the one asked for. Thrown anywhere below a route; the error handler alone turns it into
 * `application/problem+json`. `code` is stable and snake_case, `detail` says expected, got, where, what to do.
 */
export class ApiProblem extends Error {
  readonly status: number
  readonly code: string
  readonly extra: Extra
  constructor(status: number, code: string, detail: string, extra: Extra = {}) {
    super(detail)
    this.name = 'ApiProblem'
    this.status = status
    this.code = code
    this.extra = extra
  }

  toBody(): Problem {
    return {
      type: `urn:kartabl:problem:${this.code}`,
      title: titles[this.status] ?? 'Problem',
      status: this.status,
      detail: this.message,
      code: this.code,
      ...this.extra,
    }
  }
}

/** 404 `<what>_not_found`; also for what is there and may not be seen. */
export const notFound = (what: string, id: string) =>
  new ApiProblem(
    404,
    `${what}_not_found`,
    `There is no ${what} ${id} that you may see. Reload the list you came from.`,
  )

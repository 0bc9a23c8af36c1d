import type { Problem } from '../../api/contract/index.ts'

/** A request that did not succeed. `problem.code` is stable; `unreachable` is ours, when no answer came at all. */
export class ApiProblem extends Error {
  readonly problem: Problem

  constructor(problem: Problem) {
    super(`${problem.status} ${problem.code}: ${problem.detail}`)
    this.name = 'ApiProblem'
    this.problem = problem
  }
}

/** The problem in an error; null when the error is of another kind (a bug). */
export const problemOf = (error: unknown): Problem | null =>
  error instanceof ApiProblem ? error.problem : null

export const unreachable = (): ApiProblem =>
  new ApiProblem({
    type: 'about:blank',
    title: 'Unreachable',
    status: 0,
    code: 'unreachable',
    detail: 'The server did not answer.',
  })

/** Reads the problem from an answer; an answer that is no problem document (a proxy's page) gets one by its status. */
export async function readProblem(response: Response): Promise<ApiProblem> {
  const body: unknown = await response.json().catch(() => null)
  if (isProblem(body)) return new ApiProblem(body)
  const code = response.status >= 500 ? 'server_error' : 'unexpected_answer'
  const { status, statusText } = response
  return new ApiProblem({ type: 'about:blank', title: statusText, status, code, detail: statusText })
}

const isProblem = (body: unknown): body is Problem =>
  typeof body === 'object' && body !== null && 'code' in body && 'status' in body && 'detail' in body

import { readProblem, unreachable } from './api-problem.ts'
import { currentSession, refreshSession } from './session.ts'

export interface RequestOptions {
  readonly method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  readonly body?: unknown
  readonly signal?: AbortSignal
  /** Repeating a command with the same key has one effect. */
  readonly idempotencyKey?: string
}

/**
 * Asks the server and gives its JSON; null for an empty answer. Throws an ApiProblem for everything else. An access
 * token that ran out is renewed once and the request repeated.
 */
export async function request<T>(path: string, options: RequestOptions = {}): Promise<T> {
  const response = await authorised(path, options)
  if (!response.ok) throw await readProblem(response)
  return response.status === 204 ? (null as T) : ((await response.json()) as T) // the caller names the contract's type
}

/** The same, for answers that are text: diagrams. */
export async function requestText(path: string, options: RequestOptions = {}): Promise<string> {
  const response = await authorised(path, options)
  if (!response.ok) throw await readProblem(response)
  return response.text()
}

async function authorised(path: string, options: RequestOptions): Promise<Response> {
  const response = await send(path, options)
  if (response.status !== 401 || currentSession().status !== 'signed-in') return response
  return (await refreshSession()) ? send(path, options) : response
}

async function send(
  path: string,
  { method = 'GET', body, signal, idempotencyKey }: RequestOptions,
): Promise<Response> {
  const session = currentSession()
  const headers = new Headers({ accept: 'application/json' })
  if (session.status === 'signed-in') headers.set('authorization', `Bearer ${session.token}`)
  if (body !== undefined) headers.set('content-type', 'application/json')
  if (idempotencyKey !== undefined) headers.set('idempotency-key', idempotencyKey)
  try {
    return await fetch(path, {
      method,
      headers,
      signal: signal ?? null,
      body: body === undefined ? null : JSON.stringify(body),
    })
  } catch (error) {
    if (signal?.aborted) throw error
    throw unreachable()
  }
}

/** `?a=1&b=2` of what is set; '' when nothing is. */
export function queryText(query: Readonly<Record<string, string | number | undefined | null>>): string {
  const entries = Object.entries(query).filter(
    ([, value]) => value !== undefined && value !== null && value !== '',
  )
  if (entries.length === 0) return ''
  return `?${new URLSearchParams(entries.map(([name, value]): [string, string] => [name, String(value)]))}`
}

import { createHash } from 'node:crypto'
import type { Request } from 'express'
import type { Rows } from '../../engine/ports/rows.ts'
import type { EngineStore, RowReader, StoreTransaction } from '../../engine/ports/store.ts'
import { ApiProblem } from '../http/api-problem.ts'

const DAY = 24 * 3_600_000

/** A call that may be repeated without harm: who calls, under which key, and what exactly. */
export interface Repeatable {
  readonly user: string
  readonly idempotencyKey: string
  /** SHA-256 of method, path and body. */
  readonly requestHash: string
}

/** Null when the call carries no Idempotency-Key. */
export function repeatable(request: Request, user: string): Repeatable | null {
  const idempotencyKey = request.get('idempotency-key')
  if (idempotencyKey === undefined) return null
  if (!/^[\x21-\x7e]{1,100}$/.test(idempotencyKey))
    throw new ApiProblem(
      400,
      'invalid_idempotency_key',
      'An Idempotency-Key has 1 to 100 visible ASCII characters.',
    )
  const asked = `${request.method} ${request.path} ${JSON.stringify(request.body ?? null)}`
  return { user, idempotencyKey, requestHash: createHash('sha256').update(asked).digest('hex') }
}

/** The same call was answered in between, in another transaction: that answer is the answer. */
export class AnsweredMeanwhile extends Error {
  readonly body: string
  constructor(body: string) {
    super('this call has been answered already')
    this.body = body
  }
}

/**
 * The answer kept for this call, or undefined. 422 `idempotency_key_reused` when the key was used for another call.
 * Read it again inside the transaction, for two that come together.
 */
export async function keptAnswer(
  reader: Pick<RowReader, 'find'>,
  { user, idempotencyKey, requestHash }: Repeatable,
  now: number,
): Promise<string | undefined> {
  const [row] = await reader.find('answers', {
    where: [
      { column: 'user', is: '=', value: user },
      { column: 'idempotencyKey', is: '=', value: idempotencyKey },
      { column: 'expiresAt', is: '>', value: now },
    ],
    limit: 1,
  })
  if (row === undefined) return undefined
  if (row.requestHash !== requestHash)
    throw new ApiProblem(
      422,
      'idempotency_key_reused',
      'This Idempotency-Key was used for another call: take a new one.',
    )
  return row.body
}

/** Keeps the answer for 24 h, in the transaction of what it answers. `key` is a reserved one. */
export function keepAnswer(
  tx: StoreTransaction,
  key: number,
  call: Repeatable,
  body: string,
  now: number,
): void {
  const row: Rows['answers'] = { key, ...call, status: 200, body, expiresAt: now + DAY }
  tx.insert('answers', row)
}

/** Deletes answers older than 24 h, some at a time. */
export async function forgetAnswers(store: EngineStore, now: number): Promise<void> {
  const old = await store.find('answers', {
    where: [{ column: 'expiresAt', is: '<=', value: now }],
    columns: ['key'],
    limit: 500,
  })
  if (old.length > 0)
    await store.transact([], async (tx) => {
      for (const { key } of old) tx.delete('answers', key)
    })
}

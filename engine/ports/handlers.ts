import type { JsonValue, Variables } from '../json.ts'
import type { Key } from '../key.ts'

/** Anything with zod's `safeParse`, so that the engine needs no schema library of its own. */
export interface Schema<T> {
  safeParse(value: unknown): { success: true; data: T } | { success: false; error: { message: string } }
}

/** Undoes the whole command: the person's task stays open and the reason is shown to them. */
export class Refuse extends Error {
  readonly reason: string
  readonly details: Variables
  constructor(reason: string, message: string, details: Variables = {}) {
    super(message)
    this.name = 'Refuse'
    this.reason = reason
    this.details = details
  }
}

export interface HandlerContext<Input> {
  readonly input: Input
  /** The commanding transaction, for record models' `transaction` option. */
  readonly tx: unknown
  /** Epoch milliseconds of the command. */
  readonly now: number
  readonly instance: Key
  readonly elementId: string
  /** Who completed the task that led here. */
  readonly by: string
  readonly headers: Readonly<Record<string, string>>
}

/** Runs inside the engine's transaction: exactly once, atomically with the token. Database work only. */
export interface TransactionalHandler<Input, Output> {
  readonly kind: 'transactional'
  readonly input: Schema<Input>
  readonly output: Schema<Output>
  run(context: HandlerContext<Input>): Promise<Output>
}

export interface OutsideContext<Input> {
  readonly input: Input
  readonly now: number
  readonly instance: Key
  readonly elementId: string
  /** The same over all retries of this job. */
  readonly idempotencyKey: string
  readonly headers: Readonly<Record<string, string>>
}

/** A leased job: at least once, with retries, then an incident. */
export interface OutsideHandler<Input, Output> {
  readonly kind: 'outside'
  readonly input: Schema<Input>
  readonly output: Schema<Output>
  readonly retries: number
  run(context: OutsideContext<Input>): Promise<Output>
}

export type Handler = TransactionalHandler<unknown, unknown> | OutsideHandler<unknown, unknown>
/** Handlers by job type. */
export type Handlers = Readonly<Record<string, Handler>>

type Declaration<H> = Omit<H, 'kind'>

export function transactional<I, O extends JsonValue | object>(
  declared: Declaration<TransactionalHandler<I, O>>,
): Handler {
  // The schema checks the input before `run` sees it, so the registry need not know its type.
  return { kind: 'transactional', ...declared } as unknown as Handler
}

export function outside<I, O extends JsonValue | object>(
  declared: Declaration<OutsideHandler<I, O>>,
): Handler {
  // As above: the schema stands between the registry's `unknown` and the handler's type.
  return { kind: 'outside', ...declared } as unknown as Handler
}

export const defineHandlers = (handlers: Handlers): Handlers => handlers

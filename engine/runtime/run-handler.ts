import type { JsonValue, Variables } from '../json.ts'
import { noVariables } from '../json.ts'
import { type Handler, Refuse, type TransactionalHandler } from '../ports/handlers.ts'
import { fail, ok, type Result } from '../result.ts'
import type { EventOf } from '../state/event.ts'
import { visibleIn } from '../state/visible.ts'
import type { HandlerRejection } from './engine.ts'
import type { Loaded } from './loaded.ts'
import type { UnitOfWork } from './unit-of-work.ts'

/** A handler threw: the command is run again with jobs of this type left to the job workers. */
export class HandlerFault extends Error {
  readonly jobType: string
  constructor(jobType: string, cause: unknown) {
    super(`the handler of '${jobType}' failed: ${cause instanceof Error ? cause.message : String(cause)}`, {
      cause,
    })
    this.name = 'HandlerFault'
    this.jobType = jobType
  }
}

/**
 * Runs a handler in the transaction of the command that reached its task. Its output completes the job; a refusal is
 * returned and undoes the command; anything else it throws is a `HandlerFault`.
 */
export async function runTransactionalHandler(
  work: UnitOfWork,
  instance: Loaded,
  created: EventOf<'jobCreated'>,
  handler: TransactionalHandler<unknown, unknown>,
): Promise<Result<Variables, HandlerRejection>> {
  const element = instance.state.elements.get(created.key)!
  const { id: elementId } = instance.graph.elements[element.element]!
  const { tx, now, by } = work.context
  try {
    const input = checked(handler.input, visibleIn(instance.state, element), 'input')
    const output = await tx.withRecords((records) =>
      handler.run({
        input,
        tx: records,
        now,
        instance: instance.key,
        elementId,
        by,
        headers: created.headers,
      }),
    )
    return ok(asVariables(checked(handler.output, output, 'output')))
  } catch (error) {
    if (error instanceof Refuse) return fail(asRejection(error, elementId))
    throw new HandlerFault(created.jobType, error)
  }
}

export function checked(schema: Handler['input'], value: unknown, what: 'input' | 'output'): unknown {
  const read = schema.safeParse(value)
  if (read.success) return read.data
  throw new Error(`its ${what} does not have the declared shape: ${read.error.message}`)
}

/** Nothing returned means no variables. */
export const asVariables = (output: unknown): Variables =>
  Object.assign(noVariables(), output as { [name: string]: JsonValue } | undefined) // checked by its schema

const asRejection = (refused: Refuse, element: string): HandlerRejection => ({
  code: 'handler_rejected',
  reason: refused.reason,
  message: refused.message,
  element,
  details: refused.details,
})

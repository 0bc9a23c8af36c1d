import type { z } from 'zod'
import { type Change, changeIn } from '../db/records/reading.ts'
import { type Handler, type HandlerContext, transactional } from '../engine/index.ts'

interface RecordHandler<Input, Output> {
  readonly input: z.ZodType<Input>
  readonly output: z.ZodType<Output>
  /** Changes records in the transaction that moves the token, as whoever completed the task that led here. */
  run(change: Change, input: Input, context: HandlerContext<Input>): Promise<Output>
}

/** A handler that works on records: exactly once, in one transaction with the token. */
export const recordHandler = <Input, Output extends object>({
  input,
  output,
  run,
}: RecordHandler<Input, Output>): Handler =>
  transactional({
    input,
    output,
    run: (context) => run(changeIn(context.tx, context), context.input, context),
  })

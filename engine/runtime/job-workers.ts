import type { Variables } from '../json.ts'
import { noVariables } from '../json.ts'
import type { Handlers, OutsideHandler, TransactionalHandler } from '../ports/handlers.ts'
import { Refuse } from '../ports/handlers.ts'
import type { StoreTransaction } from '../ports/store.ts'
import { fail, type Result } from '../result.ts'
import type { EventOf } from '../state/event.ts'
import type { ActivatedJob, Refusal } from './engine.ts'
import type { Loaded } from './loaded.ts'
import { asVariables, checked, HandlerFault, runTransactionalHandler } from './run-handler.ts'
import type { Transactor } from './transactor.ts'
import type { UnitOfWork } from './unit-of-work.ts'

/** Back-off after the first failure; doubled after each further one. Milliseconds. */
const FIRST_BACK_OFF = 1_000
const LONGEST_BACK_OFF = 3_600_000
const BY = 'worker'

/** It was the handler that failed, not the way to its commit. */
class HandlerFailed extends Error {
  readonly refused: boolean
  constructor(cause: unknown) {
    super(cause instanceof Error ? cause.message : String(cause), { cause })
    this.refused = cause instanceof Refuse
  }
}

/**
 * Does a leased job with the handler of this platform, and completes or fails it. A refusal is final; a conflict with
 * another node or a lost database uses up no retry. [JB5]
 */
export async function workJob(
  transactor: Transactor,
  handlers: Handlers,
  job: ActivatedJob,
  now: number,
): Promise<void> {
  const handler = handlers[job.row.type]!
  try {
    if (handler.kind === 'transactional') await workInside(transactor, handler, job)
    else await workOutside(transactor, handler, job, now)
  } catch (error) {
    if (!(error instanceof HandlerFailed)) await failJob(transactor, job, job.row.retries, String(error))
    else await failJob(transactor, job, error.refused ? 0 : Math.max(0, job.row.retries - 1), error.message)
  }
}

/** The handler and the completion of its job in one transaction. */
async function workInside(
  transactor: Transactor,
  handler: TransactionalHandler<unknown, unknown>,
  job: ActivatedJob,
): Promise<void> {
  await withJob(transactor, job, async (work, instance) => {
    const output = await handlerOnly(() => runTransactionalHandler(work, instance, createdBy(job), handler))
    if (!output.ok) throw new HandlerFailed(new Refuse(output.error.reason, output.error.message))
    return complete(work, instance, job, output.value)
  })
}

const createdBy = ({ row }: ActivatedJob): EventOf<'jobCreated'> => ({
  type: 'jobCreated',
  key: row.elementInstance,
  job: row.key,
  jobType: row.type,
  retries: row.retries,
  headers: headersOf(row),
})

async function workOutside(
  transactor: Transactor,
  handler: OutsideHandler<unknown, unknown>,
  job: ActivatedJob,
  now: number,
): Promise<void> {
  const { row } = job
  const variables = await handlerOnly(async () => {
    const output = await handler.run({
      input: checked(handler.input, job.variables, 'input'),
      now,
      instance: row.instance,
      elementId: row.elementId,
      idempotencyKey: `job-${row.key}`,
      headers: headersOf(row),
    })
    return asVariables(checked(handler.output, output, 'output'))
  })
  await withJob(transactor, job, async (work, instance) => complete(work, instance, job, variables))
}

/** A fault of this very handler is this job's failure, not a reason to leave the job to a worker once more. */
async function handlerOnly<T>(run: () => Promise<T>): Promise<T> {
  try {
    return await run()
  } catch (error) {
    throw new HandlerFailed(error instanceof HandlerFault ? error.cause : error)
  }
}

async function failJob(
  transactor: Transactor,
  job: ActivatedJob,
  retries: number,
  message: string,
): Promise<void> {
  const backOff = Math.min(LONGEST_BACK_OFF, FIRST_BACK_OFF * 2 ** Math.max(0, 2 - retries))
  await withJob(transactor, job, async (work, instance) => {
    const { elementInstance: key, key: jobKey } = job.row
    const variables = noVariables()
    return work.run(instance, { type: 'failJob', key, job: jobKey, retries, backOff, message, variables })
  })
}

/** Does something with the job unless it was taken back, or another worker has a later lease of it. [JB4] */
async function withJob(
  transactor: Transactor,
  job: ActivatedJob,
  perform: (work: UnitOfWork, instance: Loaded) => Promise<Result<void, Refusal>>,
): Promise<void> {
  const { row } = job
  await transactor.runUnattended([row.instance], BY, async (work, tx) => {
    const found = await work.load(row.instance)
    if (!found.ok) return found
    return (await isMine(tx, found.value, job)) ? perform(work, found.value) : notMine(job)
  })
}

async function isMine(tx: StoreTransaction, { state }: Loaded, { row }: ActivatedJob): Promise<boolean> {
  if (state.elements.get(row.elementInstance)?.job?.key !== row.key) return false
  return (await tx.get('jobs', row.key))?.lease === row.lease
}

function complete(
  work: UnitOfWork,
  instance: Loaded,
  { row }: ActivatedJob,
  variables: Variables,
): Result<void, Refusal> {
  return work.run(instance, { type: 'completeJob', key: row.elementInstance, job: row.key, variables })
}

const headersOf = ({ headers }: ActivatedJob['row']): Record<string, string> =>
  JSON.parse(headers) as Record<string, string> // written by the projection

const notMine = ({ row }: ActivatedJob): Result<never, Refusal> =>
  fail({ code: 'job_not_found', message: `job ${row.key} was taken back or is another worker's by now` })

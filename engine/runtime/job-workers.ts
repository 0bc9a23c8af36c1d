import type { Handler, Handlers, OutsideHandler, TransactionalHandler } from '../ports/handlers.ts'
import { Refuse } from '../ports/handlers.ts'
import type { Variables } from '../json.ts'
import { noVariables } from '../json.ts'
import { fail, type Result } from '../result.ts'
import type { EventOf } from '../state/event.ts'
import type { ActivatedJob, Refusal } from './engine.ts'
import { asVariables, checked, HandlerFault, runTransactionalHandler } from './run-handler.ts'
import type { Transactor } from './transactor.ts'
import type { Loaded } from './unit-of-work.ts'

/** Back-off after the first failure; doubled after each further one. Milliseconds. */
const FIRST_BACK_OFF = 1_000
const LONGEST_BACK_OFF = 3_600_000
const BY = 'worker'

/** Does a leased job with the handler of this platform, and completes or fails it. */
export async function workJob(
  transactor: Transactor,
  handlers: Handlers,
  job: ActivatedJob,
  now: number,
): Promise<void> {
  const handler: Handler = handlers[job.row.type]!
  try {
    if (handler.kind === 'transactional') await workInside(transactor, handler, job)
    else await workOutside(transactor, handler, job, now)
  } catch (error) {
    const retries = error instanceof Refuse ? 0 : job.row.retries - 1
    await failJob(transactor, job, Math.max(0, retries), (error as Error).message)
  }
}

/** The handler and the completion of its job in one transaction. */
async function workInside(
  transactor: Transactor,
  handler: TransactionalHandler<unknown, unknown>,
  job: ActivatedJob,
): Promise<void> {
  const done = await transactor.run([job.row.instance], BY, async (work) => {
    const found = await work.load(job.row.instance)
    if (!found.ok) return found
    const instance = found.value
    if (!holdsJob(instance, job)) return notMine(job)
    const created: EventOf<'jobCreated'> = {
      type: 'jobCreated',
      key: job.row.elementInstance,
      job: job.row.key,
      jobType: job.row.type,
      retries: job.row.retries,
      headers: JSON.parse(job.row.headers) as Record<string, string>,
    }
    const output = await handleHere(() => runTransactionalHandler(work, instance, created, handler))
    if (!output.ok) return output
    return completeJob(work.run.bind(work), instance, job, output.value)
  })
  if (!done.ok && done.error.code === 'handler_rejected') throw new Refuse(done.error.reason, done.error.message)
}

/** A fault of this very handler is this job's failure, not a reason to leave the job to a worker once more. */
async function handleHere<T>(run: () => Promise<T>): Promise<T> {
  try {
    return await run()
  } catch (error) {
    throw error instanceof HandlerFault ? new Error(error.message, { cause: error }) : error
  }
}

async function workOutside(
  transactor: Transactor,
  handler: OutsideHandler<unknown, unknown>,
  job: ActivatedJob,
  now: number,
): Promise<void> {
  const { row } = job
  const output = await handler.run({
    input: checked(handler.input, job.variables, 'input'),
    now,
    instance: row.instance,
    elementId: row.elementId,
    idempotencyKey: `job-${row.key}`,
    headers: JSON.parse(row.headers) as Record<string, string>,
  })
  const variables = asVariables(checked(handler.output, output, 'output'))
  await transactor.run([row.instance], BY, async (work, tx) => {
    const found = await work.load(row.instance)
    if (!found.ok) return found
    const current = await tx.get('jobs', row.key)
    if (current?.lease !== row.lease) return notMine(job) // someone else has it by now
    return completeJob(work.run.bind(work), found.value, job, variables)
  })
}

async function failJob(transactor: Transactor, job: ActivatedJob, retries: number, message: string): Promise<void> {
  const { row } = job
  const backOff = Math.min(LONGEST_BACK_OFF, FIRST_BACK_OFF * 2 ** Math.max(0, 2 - retries))
  await transactor.run([row.instance], BY, async (work) => {
    const found = await work.load(row.instance)
    if (!found.ok) return found
    if (!holdsJob(found.value, job)) return notMine(job)
    const { elementInstance: key, key: jobKey } = row
    return work.run(found.value, {
      type: 'failJob',
      key,
      job: jobKey,
      retries,
      backOff,
      message,
      variables: noVariables(),
    })
  })
}

function completeJob(
  run: (instance: Loaded, command: { type: 'completeJob'; key: number; job: number; variables: Variables }) => Result<void, Refusal>,
  instance: Loaded,
  { row }: ActivatedJob,
  variables: Variables,
): Result<void, Refusal> {
  return run(instance, { type: 'completeJob', key: row.elementInstance, job: row.key, variables })
}

const holdsJob = (instance: Loaded, { row }: ActivatedJob): boolean =>
  instance.state.elements.get(row.elementInstance)?.job?.key === row.key

const notMine = ({ row }: ActivatedJob): Result<never, Refusal> =>
  fail({ code: 'job_not_found', message: `job ${row.key} was taken back or is another worker's by now` })

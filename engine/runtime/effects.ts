import { noVariables } from '../json.ts'
import type { Handlers } from '../ports/handlers.ts'
import { fail, ok, type Result } from '../result.ts'
import type { EngineEvent, EventOf } from '../state/event.ts'
import type { HandlerRejection, Refusal } from './engine.ts'
import type { Loaded } from './loaded.ts'
import { publishMessage, takeBuffered } from './messages.ts'
import { HandlerFault, runTransactionalHandler } from './run-handler.ts'
import { tellOthers } from './signals.ts'
import type { UnitOfWork } from './unit-of-work.ts'

export interface EffectOptions {
  readonly handlers: Handlers
  /** Job types whose handler failed in this command before: left to the job workers. */
  readonly leaveToWorkers: ReadonlySet<string>
  /** Nobody waits for the answer: what a handler refuses is left to the job workers, where it becomes an incident. */
  readonly unattended: boolean
}

/**
 * Carries out what the steps caused outside their own instance, in the same transaction, until nothing is left. A
 * handler's refusal ends it and undoes the transaction.
 */
export async function carryOutEffects(
  work: UnitOfWork,
  options: EffectOptions,
): Promise<Result<void, HandlerRejection>> {
  // The list grows while it is gone through; taking from its front would move all the rest each time.
  for (const { instance, event } of work.effects) {
    const done = await carryOut(work, instance, event, options)
    if (!done.ok) return done
  }
  return ok(undefined)
}

/** A process that calls itself without end stops here, as an incident. [CA4] */
const INSTANCE_LIMIT = 20_000

const DONE: Result<void, never> = ok(undefined)

async function carryOut(
  work: UnitOfWork,
  instance: Loaded,
  event: EngineEvent,
  options: EffectOptions,
): Promise<Result<void, HandlerRejection>> {
  switch (event.type) {
    case 'jobCreated':
      return handle(work, instance, event, options)
    case 'processCalled':
      await call(work, instance, event)
      return DONE
    case 'callCanceled':
      await cancelCalled(work, event)
      return DONE
    case 'instanceCompleted':
      await returnToCaller(work, instance)
      return DONE
    case 'errorEscaped':
      await throwAtCaller(work, instance, event)
      return DONE
    case 'messagePublished':
      await publishMessage(work, event)
      return DONE
    case 'messageSubscribed':
      await takeBuffered(work, instance, event)
      return DONE
    case 'signalBroadcast':
      await tellOthers(work, event, instance.key)
      return DONE
    case 'escalationEscaped':
      await escalateAtCaller(work, instance, event)
      return DONE
    case 'instanceSuspended':
      await tellCalled(work, instance, 'suspendInstance')
      return DONE
    case 'instanceResumed':
      await tellCalled(work, instance, 'resumeInstance')
      await takeKept(work, instance)
      return DONE
    default:
      return DONE
  }
}

async function handle(
  work: UnitOfWork,
  instance: Loaded,
  created: EventOf<'jobCreated'>,
  { handlers, leaveToWorkers, unattended }: EffectOptions,
): Promise<Result<void, HandlerRejection>> {
  const handler = Object.hasOwn(handlers, created.jobType) ? handlers[created.jobType] : undefined
  if (handler?.kind !== 'transactional' || leaveToWorkers.has(created.jobType)) return DONE
  if (instance.state.elements.get(created.key)?.job?.key !== created.job) return DONE // interrupted meanwhile
  const output = await runTransactionalHandler(work, instance, created, handler)
  if (!output.ok && unattended) throw new HandlerFault(created.jobType, new Error(output.error.message))
  if (!output.ok) return output
  const { key, job } = created
  expectDone(work.run(instance, { type: 'completeJob', key, job, variables: output.value }))
  return DONE
}

async function call(work: UnitOfWork, caller: Loaded, event: EventOf<'processCalled'>): Promise<void> {
  const { key, called, definition, variables, catches, escalations } = event
  if (caller.state.elements.get(key)?.called !== called) return // interrupted meanwhile
  const parent = { instance: caller.key, elementInstance: key, catches, ...(escalations && { escalations }) }
  const made =
    work.size < INSTANCE_LIMIT
      ? await work.create({ key: called, definition, variables, parent })
      : fail({
          message: `one command may start at most ${INSTANCE_LIMIT} instances: let the process wait for something`,
        })
  if (!made.ok) expectDone(work.run(caller, { type: 'failCall', key, message: made.error.message }))
}

async function cancelCalled(work: UnitOfWork, { called }: EventOf<'callCanceled'>): Promise<void> {
  const instance = await work.load(called)
  if (instance.ok && instance.value.state.status === 'active')
    expectDone(work.run(instance.value, { type: 'cancelInstance', byCaller: true }))
}

/** What an instance called is suspended and resumed with it. [SU4] */
async function tellCalled(
  work: UnitOfWork,
  { state }: Loaded,
  type: 'suspendInstance' | 'resumeInstance',
): Promise<void> {
  for (const { called } of state.elements.values()) {
    const instance = called ? await work.load(called) : null
    if (!instance?.ok || instance.value.state.status !== 'active') continue
    if (instance.value.state.suspended === (type === 'resumeInstance'))
      expectDone(work.run(instance.value, { type, byCaller: true }))
  }
}

/** Messages that came while it was suspended and are still kept. [SU3] */
async function takeKept(work: UnitOfWork, instance: Loaded): Promise<void> {
  const waiting = [...instance.state.elements.values()].flatMap(({ key, waits }) =>
    waits.flatMap((wait) => (wait.kind === 'message' ? [{ key, wait }] : [])),
  )
  for (const { key, wait } of waiting) {
    const { key: subscription, ...rest } = wait
    await takeBuffered(work, instance, { ...rest, type: 'messageSubscribed', key, subscription })
  }
}

async function returnToCaller(work: UnitOfWork, { state, key }: Loaded): Promise<void> {
  if (!state.parent) return
  const caller = await work.load(state.parent.instance)
  const variables = Object.assign(noVariables(), state.elements.get(key)!.variables)
  // A caller that was interrupted at the same moment no longer waits: there is nothing to return to.
  if (caller.ok)
    work.run(caller.value, { type: 'completeCall', key: state.parent.elementInstance, variables })
}

async function throwAtCaller(
  work: UnitOfWork,
  { state }: Loaded,
  { code, message, variables }: EventOf<'errorEscaped'>,
): Promise<void> {
  if (!state.parent) return
  const caller = await work.load(state.parent.instance)
  if (caller.ok)
    work.run(caller.value, {
      type: 'throwCallError',
      key: state.parent.elementInstance,
      code,
      message,
      variables,
    })
}

async function escalateAtCaller(
  work: UnitOfWork,
  { state }: Loaded,
  { code, variables, ends = false }: EventOf<'escalationEscaped'>,
): Promise<void> {
  if (!state.parent) return
  const caller = await work.load(state.parent.instance)
  const key = state.parent.elementInstance
  // A caller that was interrupted at the same moment no longer waits.
  if (caller.ok) work.run(caller.value, { type: 'throwCallEscalation', key, code, variables, ends })
}

/** A command that the engine gives itself is never rejected; if it is, that is a defect. */
function expectDone(done: Result<unknown, Refusal>): void {
  if (!done.ok) throw new Error(`${done.error.code}: ${done.error.message}`)
}

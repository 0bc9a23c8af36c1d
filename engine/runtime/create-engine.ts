import type { Variables } from '../json.ts'
import type { Key } from '../key.ts'
import { parse } from '../model/parse.ts'
import { ok } from '../result.ts'
import { Background } from './background.ts'
import { DefinitionCache } from './definition-cache.ts'
import { deleteInstance } from './delete-instance.ts'
import { deploy } from './deploy.ts'
import type { Broadcast, Change, CommandOptions, Engine } from './engine.ts'
import type { EngineOptions } from './engine-options.ts'
import { createInstance, execute } from './execute.ts'
import { JobWaiters } from './job-waiters.ts'
import { activateJobs } from './jobs.ts'
import { inspect } from './large/inspect.ts'
import { publishMessage } from './messages.ts'
import { broadcastSignal } from './signals.ts'
import { startByConditions } from './start-conditions.ts'
import { Transactor } from './transactor.ts'
import type { UnitOfWork } from './unit-of-work.ts'

type CommitListener = (changes: readonly Change[]) => void

/** The engine of one node on an open store. Nothing runs in the background before `start`. */
export function createEngine(options: EngineOptions): Engine {
  const { store, clock } = options
  const definitions = new DefinitionCache(store, clock, options.parse ?? parse)
  const listeners = new Set<CommitListener>()
  const waiters = new JobWaiters()
  const onCommit = (changes: readonly Change[]) => {
    background.onCommit(changes)
    waiters.onCommit(changes)
    for (const listener of listeners) tell(listener, changes)
  }
  // The commit has happened: whatever a listener does, the command succeeded.
  const tell = (listener: CommitListener, changes: readonly Change[]) => {
    try {
      listener(changes)
    } catch (error) {
      options.onFault({ doing: 'tell a listener of a commit', error })
    }
  }
  // Not copied with the rest: the company may settle its zone later.
  const zone = () => options.zone
  const calendar = (name: string) => options.calendar?.(name)
  const transactor = new Transactor({ ...options, zone, calendar, definitions, onCommit })
  const background = new Background(options, transactor, definitions)
  const broadcast = (
    { by, before, after }: CommandOptions,
    variables: Variables,
    tell: (work: UnitOfWork, variables: Variables) => Promise<Key[]>,
  ) =>
    transactor.run<Broadcast>(
      [],
      by,
      async (work, tx) => {
        const added = before ? await before(tx) : ok({})
        if (!added.ok) return added
        const key = work.context.nextKey()
        return ok({ key, instances: await tell(work, { ...variables, ...added.value }) })
      },
      async (_work, tx) => after?.(tx, { revision: 0, completed: false }),
    )
  return {
    store,
    definitions,
    async deploy(files, by) {
      const done = await deploy(transactor, options, files, by)
      await definitions.refresh()
      return done
    },
    create: (start, command) => createInstance(transactor, definitions, start, command),
    execute: (instance, command, of) => execute(transactor, instance, command, of),
    async inspect(key, look) {
      const row = await store.get('instances', key)
      return row && inspect(transactor, row, look)
    },
    deleteInstance: (instance, command) => deleteInstance(transactor, instance, command),
    publish: (message, { by, before, after }) =>
      transactor.run(
        [],
        by,
        async (work, tx) => {
          const added = before ? await before(tx) : ok({})
          if (!added.ok) return added
          return publishMessage(work, { ...message, variables: { ...message.variables, ...added.value } })
        },
        async (_work, tx) => after?.(tx, { revision: 0, completed: false }),
      ),
    broadcastSignal: (signal, options) =>
      broadcast(options, signal.variables, (work, variables) =>
        broadcastSignal(work, { ...signal, variables }),
      ),
    evaluateConditions: (conditions, options) =>
      broadcast(options, conditions.variables, (work, variables) =>
        startByConditions(work, { ...conditions, variables }),
      ),
    activateJobs: ({ type, ...request }) =>
      activateJobs({ store, definitions, transactor }, { types: [type], ...request }, clock()),
    waitForJobs: (type, milliseconds, signal) => waiters.wait(type, milliseconds, signal),
    onCommit(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    runDue: () => background.runDue(),
    start: () => background.start(),
    wake: () => background.wake(),
    async stop() {
      waiters.giveUp()
      await background.stop()
    },
  }
}

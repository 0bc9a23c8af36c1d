import { noVariables, type Variables } from '../json.ts'
import type { Key } from '../key.ts'
import { fail, ok, type Result } from '../result.ts'
import type { Command, Rejection } from '../state/command.ts'
import type { DefinitionCache } from './definition-cache.ts'
import type { CommandOptions, Executed, Refusal, StartedInstance, StartInstance } from './engine.ts'
import { type Loaded, revisionAfter } from './loaded.ts'
import type { Transactor } from './transactor.ts'

/** One command to one instance, with what it causes, in one transaction. */
export async function execute(
  transactor: Transactor,
  key: Key,
  command: Command,
  options: CommandOptions,
): Promise<Result<Executed, Refusal>> {
  // Told as it was when it was done: others may have moved the state on by the time that it is committed.
  let answer: Executed | undefined
  const done = await transactor.run<Loaded>(
    [key],
    options.by,
    async (work, tx) => {
      const added = options.before ? await options.before(tx) : NOTHING_ADDED
      if (!added.ok) return added
      const instance = await work.load(key)
      if (!instance.ok) return instance
      if (command.type === 'migrateInstance') await work.prepareMigration(command.definition)
      const ran = work.run(instance.value, withVariables(command, added.value))
      return ran.ok ? instance : ran
    },
    (_work, tx, instance) => {
      answer = executed(instance)
      return options.after?.(tx, answer)
    },
  )
  return done.ok ? ok(answer!) : done
}

/** A command that changed nothing, like giving a task to who has it, leaves the revision as it is. */
const executed = (instance: Loaded): Executed => ({
  revision: instance.events.length > 0 ? revisionAfter(instance) : (instance.row?.revision ?? 0),
  completed: instance.state.status !== 'active',
})

export async function createInstance(
  transactor: Transactor,
  definitions: DefinitionCache,
  start: StartInstance,
  options: CommandOptions,
): Promise<Result<StartedInstance, Refusal>> {
  const found = await resolveStart(definitions, start)
  if (!found.ok) return found
  const { definition, startAt } = found.value
  const result = (instance: Loaded): StartedInstance => ({
    key: instance.key,
    definition: instance.definition,
    variables: Object.assign(noVariables(), instance.state.elements.get(instance.key)!.variables),
    completed: instance.state.status !== 'active',
  })
  const done = await transactor.run<Loaded>(
    [],
    options.by,
    async (work, tx) => {
      const added = options.before ? await options.before(tx) : NOTHING_ADDED
      if (!added.ok) return added
      const variables = Object.assign(noVariables(), start.variables, added.value)
      return work.create({ definition, variables, startAt })
    },
    (_work, tx, instance) => options.after?.(tx, result(instance)),
  )
  return done.ok ? ok(result(done.value)) : done
}

async function resolveStart(
  definitions: DefinitionCache,
  { process, startAt = [] }: StartInstance,
): Promise<Result<{ definition: Key; startAt: number[] }, Rejection>> {
  const row =
    'key' in process
      ? await definitions.row(process.key)
      : await definitions.byId(process.id, process.version)
  if (!row) {
    const asked = 'key' in process ? `key ${process.key}` : `id '${process.id}'`
    return fail({
      code: 'process_not_found',
      message: `no process with ${asked} is deployed: deploy it first`,
    })
  }
  const { indexOf } = await definitions.graph(row.key)
  const indexes = startAt.map((id) => indexOf.get(id))
  const unknown = startAt.find((_, at) => indexes[at] === undefined)
  if (unknown === undefined) return ok({ definition: row.key, startAt: indexes as number[] })
  return fail({
    code: 'start_element_not_allowed',
    message: `process '${row.processId}' has no element '${unknown}' to begin at`,
  })
}

const NOTHING_ADDED: Result<Variables, Refusal> = ok(noVariables())

const withVariables = (command: Command, added: Variables): Command =>
  'variables' in command
    ? { ...command, variables: Object.assign(noVariables(), command.variables, added) }
    : command

import type { Rows } from '../../engine/ports/rows.ts'
import type { Engine, StartedInstance } from '../../engine/runtime/engine.ts'
import type { Identity } from '../auth/identity.ts'
import type { CreateInstance } from '../contract/v2/process-instances.ts'
import { ApiProblem, notFound } from '../http/api-problem.ts'
import { may } from '../policies/may.ts'
import { requireMay } from '../policies/require.ts'
import { startersOf } from '../presenters/process-rows.ts'
import type { Services } from '../services.ts'
import { startProcess } from '../task-form/start-process.ts'
import { done } from './done.ts'
import { givenVariables } from './given-variables.ts'
import { keyOf } from './key.ts'

/**
 * Starts what was asked for. Whoever may change an instance by hand may start any version, anywhere, with any variables;
 * everyone else starts the latest version, and its start form checks what they give.
 */
export async function startInstance(
  services: Services,
  asked: CreateInstance,
  person: Identity,
): Promise<StartedInstance> {
  const { engine } = services
  const definition = await definitionOf(engine, asked)
  if (may(person, 'instance.change')) return startFreely(engine, definition, asked, person)
  const latest = await engine.definitions.byId(definition.processId)
  if (asked.startInstructions.length > 0 || latest?.key !== definition.key)
    requireMay(person, 'instance.change')
  const { outcome, ...values } = asked.variables ?? {}
  const submitted = { values, outcome: typeof outcome === 'string' ? outcome : null }
  return startProcess(services, person, definition.processId, submitted)
}

async function startFreely(
  engine: Engine,
  { key }: Rows['processDefinitions'],
  { variables, startInstructions }: CreateInstance,
  person: Identity,
): Promise<StartedInstance> {
  const graph = await engine.definitions.graph(key)
  requireMay(person, 'process.start_this', { starters: startersOf(graph) })
  const startAt = startInstructions.map(({ elementId }) => elementId)
  const unknown = startAt.find((id) => !graph.indexOf.has(id))
  if (unknown !== undefined) throw elementNotFound(graph.processId, unknown)
  const start = { process: { key }, variables: givenVariables(variables) }
  return done(await engine.create(startAt.length > 0 ? { ...start, startAt } : start, { by: person.id }))
}

const elementNotFound = (processId: string, elementId: string) =>
  new ApiProblem(
    400,
    'element_not_found',
    `Process ${processId} has no element ${elementId} to start at. Look it up in the diagram.`,
  )

async function definitionOf(engine: Engine, asked: CreateInstance): Promise<Rows['processDefinitions']> {
  const { processDefinitionKey: key, processDefinitionId: id = '', processDefinitionVersion: version } = asked
  const found =
    key !== undefined
      ? await engine.definitions.row(keyOf(key))
      : await engine.definitions.byId(id, version < 0 ? undefined : version)
  if (found === undefined)
    throw notFound('process_definition', key ?? (version < 0 ? id : `${id} version ${version}`))
  return found
}

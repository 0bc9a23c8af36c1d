import type { Rows } from '../../engine/ports/rows.ts'
import type { Engine, StartedInstance } from '../../engine/runtime/engine.ts'
import type { Identity } from '../auth/identity.ts'
import type { CreateInstance } from '../contract/v2/process-instances.ts'
import { ApiProblem, notFound } from '../http/api-problem.ts'
import { requireMay } from '../policies/require.ts'
import { done } from './done.ts'
import { givenVariables } from './given-variables.ts'
import { keyOf } from './key.ts'

/** Starts what was asked for, if this person may start that process. */
export async function startInstance(
  engine: Engine,
  asked: CreateInstance,
  person: Identity,
): Promise<StartedInstance> {
  const definition = await definitionOf(engine, asked)
  const graph = await engine.definitions.graph(definition.key)
  requireMay(person, 'process.start_this', { starters: startersOf(graph.properties) })
  if (goesBeyondForm(asked)) requireMay(person, 'instance.change')
  const unknown = asked.startInstructions.find(({ elementId }) => !graph.indexOf.has(elementId))
  if (unknown !== undefined)
    throw new ApiProblem(
      400,
      'element_not_found',
      `Process ${graph.processId} has no element ${unknown.elementId} to start at. Look it up in the diagram.`,
    )
  const startAt = asked.startInstructions.map(({ elementId }) => elementId)
  const start = { process: { key: definition.key }, variables: givenVariables(asked.variables) }
  return done(await engine.create(startAt.length > 0 ? { ...start, startAt } : start, { by: person.id }))
}

/** Variables that no form has checked, and a start in the middle, change an instance by hand. */
const goesBeyondForm = ({ variables, startInstructions }: CreateInstance): boolean =>
  Object.keys(variables ?? {}).length > 0 || startInstructions.length > 0

/** `kartabl:candidateStarters`: groups or people, separated by commas; absent: everyone. */
const startersOf = (properties: Readonly<Record<string, string>>): string[] =>
  (properties['kartabl:candidateStarters'] ?? '')
    .split(',')
    .map((starter) => starter.trim())
    .filter((starter) => starter !== '')

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

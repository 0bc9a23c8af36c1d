import type { Variables } from '../../engine/index.ts'
import { noVariables } from '../../engine/json.ts'
import type { Rows } from '../../engine/ports/rows.ts'
import { fail, type Result } from '../../engine/result.ts'
import type { Refusal, StartedInstance } from '../../engine/runtime/engine.ts'
import { decodeEvents } from '../../engine/state/event-codec.ts'
import { decodeVariables } from '../../engine/state/variables-codec.ts'
import type { RestartInstance } from '../contract/index.ts'
import type { Services } from '../services.ts'

/** A new instance of the version that an ended one had, with the variables asked for. */
export async function restartInstance(
  services: Pick<Services, 'engine'>,
  ended: Rows['instances'],
  { variables, startAt }: RestartInstance,
  by: string,
): Promise<Result<StartedInstance, Refusal>> {
  if (ended.status === 'active') {
    return fail({
      code: 'instance_still_active',
      message: `instance ${ended.key} has not ended: cancel it first, or start another one`,
    })
  }
  const start = {
    process: { key: ended.definition },
    variables: await variablesOf(services, ended, variables),
  }
  return services.engine.create(startAt.length > 0 ? { ...start, startAt } : start, { by })
}

async function variablesOf(
  services: Pick<Services, 'engine'>,
  ended: Rows['instances'],
  which: RestartInstance['variables'],
): Promise<Variables> {
  if (which === 'last') return decodeVariables(ended.key, ended.variables).get(ended.key) ?? noVariables()
  if (which === 'first') return firstVariables(services, ended.key)
  return Object.assign(noVariables(), which)
}

/** What its very first command set in the process before any token moved. */
async function firstVariables({ engine }: Pick<Services, 'engine'>, instance: number): Promise<Variables> {
  const [first] = await engine.store.find('history', {
    where: [{ column: 'instance', is: '=', value: instance }],
    orderBy: [{ column: 'seq' }],
    limit: 1,
  })
  const events = first ? decodeEvents(instance, first.events) : []
  const [, set] = events
  return set?.type === 'variablesSet' && set.scope === instance ? set.variables : noVariables()
}

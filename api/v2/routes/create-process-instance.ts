import type { Variables } from '../../../engine/index.ts'
import type { StartedInstance } from '../../../engine/runtime/engine.ts'
import { decodeVariables } from '../../../engine/state/variables-codec.ts'
import { DEFAULT_TENANT } from '../../contract/v2/key.ts'
import { type CreatedInstance, createProcessInstance } from '../../contract/v2/process-instances.ts'
import { ApiProblem } from '../../http/api-problem.ts'
import type { Route } from '../../http/route.ts'
import { awaitEnd } from '../await-end.ts'
import { callerGone } from '../caller-gone.ts'
import { LONG_POLL, type V2Dependencies } from '../dependencies.ts'
import { keyText } from '../key.ts'
import { serve } from '../serve.ts'
import { startInstance } from '../start-instance.ts'

export const createProcessInstanceRoute = (dependencies: V2Dependencies): Route =>
  serve(createProcessInstance, 'process.start', async ({ body, person, request, response }) => {
    const gone = callerGone({ request, response })
    const started = await startInstance(dependencies, body, person)
    if (!body.awaitCompletion) return presentCreated(started, started.variables)
    const patience = body.requestTimeout > 0 ? body.requestTimeout : LONG_POLL
    const ended = await awaitEnd(dependencies.engine, started.key, patience, gone)
    if (ended === undefined) throw stillRunning(started.key, patience)
    if (ended.status === 'canceled') throw wasCanceled(started.key)
    const variables = decodeVariables(ended.key, ended.variables).get(ended.key) ?? {}
    return presentCreated(started, onlyNamed(variables, body.fetchVariables))
  })

const presentCreated = ({ key, definition }: StartedInstance, variables: Variables): CreatedInstance => ({
  processDefinitionId: definition.processId,
  processDefinitionVersion: definition.version,
  tenantId: DEFAULT_TENANT,
  variables: { ...variables },
  processDefinitionKey: keyText(definition.key),
  processInstanceKey: keyText(key),
})

const onlyNamed = (variables: Variables, names: readonly string[]): Variables =>
  names.length === 0
    ? variables
    : Object.fromEntries(Object.entries(variables).filter(([name]) => names.includes(name)))

const stillRunning = (key: number, patience: number) =>
  new ApiProblem(
    504,
    'instance_still_running',
    `Process instance ${key} was started and has not ended within ${patience} ms. It goes on; look it up by its key.`,
  )

const wasCanceled = (key: number) =>
  new ApiProblem(
    409,
    'instance_canceled',
    `Process instance ${key} was started and then canceled before its end.`,
  )

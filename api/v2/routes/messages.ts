import type { Engine, MessageToPublish, Published } from '../../../engine/runtime/engine.ts'
import { DEFAULT_TENANT } from '../../contract/v2/key.ts'
import { correlateMessage, publishMessage } from '../../contract/v2/messages.ts'
import { ApiProblem } from '../../http/api-problem.ts'
import type { Route } from '../../http/route.ts'
import type { V2Dependencies } from '../dependencies.ts'
import { done } from '../done.ts'
import { givenVariables } from '../given-variables.ts'
import { keyText } from '../key.ts'
import { serve } from '../serve.ts'

const tenantId = DEFAULT_TENANT

export const messageRoutes = ({ engine }: V2Dependencies): Route[] => [
  serve(publishMessage, 'message.publish', async ({ body, person }) => {
    const { name, correlationKey, messageId, timeToLive } = body
    const message = { name, correlationKey, messageId, timeToLive, variables: givenVariables(body.variables) }
    const { key } = await publish(engine, message, person.id)
    return { tenantId, messageKey: keyText(key) }
  }),
  serve(correlateMessage, 'message.publish', async ({ body, person }) => {
    const { name, correlationKey } = body
    const variables = givenVariables(body.variables)
    const message = { name, correlationKey, messageId: '', timeToLive: 0, variables }
    const { key, instances } = await publish(engine, message, person.id)
    const [instance] = instances
    if (instance === undefined) throw notAwaited(name, correlationKey)
    return { tenantId, messageKey: keyText(key), processInstanceKey: keyText(instance) }
  }),
]

const publish = async (engine: Engine, message: MessageToPublish, by: string): Promise<Published> =>
  done(await engine.publish(message, { by }))

const notAwaited = (name: string, correlationKey: string) =>
  new ApiProblem(
    404,
    'message_not_awaited',
    `Nobody waits for the message "${name}" with ${keyWords(correlationKey)}. Publish it with a time to live instead.`,
  )

const keyWords = (correlationKey: string): string =>
  correlationKey === ''
    ? 'what its variables say of its correlation keys'
    : `the correlation key "${correlationKey}"`

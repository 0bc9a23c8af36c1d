import { DEFAULT_TENANT } from '../../contract/v2/key.ts'
import { broadcastSignal } from '../../contract/v2/signals.ts'
import type { Route } from '../../http/route.ts'
import type { V2Dependencies } from '../dependencies.ts'
import { done } from '../done.ts'
import { givenVariables } from '../given-variables.ts'
import { keyText } from '../key.ts'
import { serve } from '../serve.ts'

/** Whoever may publish messages may broadcast signals: both reach instances that the sender need not see. */
export const signalRoutes = ({ engine }: V2Dependencies): Route[] => [
  serve(broadcastSignal, 'message.publish', async ({ body: { signalName, variables }, person }) => {
    const signal = { name: signalName, variables: givenVariables(variables) }
    const { key } = done(await engine.broadcastSignal(signal, { by: person.id }))
    return { tenantId: DEFAULT_TENANT, signalKey: keyText(key) }
  }),
]

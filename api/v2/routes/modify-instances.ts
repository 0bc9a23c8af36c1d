import type { Refusal } from '../../../engine/runtime/engine.ts'
import type { ModifyInstruction } from '../../../engine/state/command.ts'
import {
  type Activate,
  migrateProcessInstance,
  modifyProcessInstance,
} from '../../contract/v2/modify-instances.ts'
import { ApiProblem } from '../../http/api-problem.ts'
import { refusalProblem } from '../../http/refusal-problem.ts'
import type { Route } from '../../http/route.ts'
import type { V2Dependencies } from '../dependencies.ts'
import { givenVariables } from '../given-variables.ts'
import { instanceOf } from '../instance-of.ts'
import { keyOf } from '../key.ts'
import { serve } from '../serve.ts'

export const modifyInstanceRoutes = (dependencies: V2Dependencies): Route[] => [
  serve(modifyProcessInstance, 'instance.repair', async ({ params, body, person }) => {
    const { key } = await instanceOf(dependencies, person, params.processInstanceKey)
    const instructions: ModifyInstruction[] = [
      ...body.activateInstructions.map(activation),
      ...body.terminateInstructions.map(({ elementInstanceKey }) => ({
        do: 'terminate' as const,
        key: keyOf(elementInstanceKey),
      })),
    ]
    const command = { type: 'modifyInstance', instructions } as const
    const done = await dependencies.engine.execute(key, command, { by: person.id })
    if (!done.ok) throw problemOf(done.error)
    return undefined
  }),
  serve(migrateProcessInstance, 'instance.repair', async ({ params, body, person }) => {
    const { key } = await instanceOf(dependencies, person, params.processInstanceKey)
    const mapping = new Map(body.mappingInstructions.map((one) => [one.sourceElementId, one.targetElementId]))
    const definition = keyOf(body.targetProcessDefinitionKey)
    const command = { type: 'migrateInstance', definition, mapping } as const
    const done = await dependencies.engine.execute(key, command, { by: person.id })
    if (!done.ok) throw problemOf(done.error)
    return undefined
  }),
]

const activation = ({
  elementId,
  ancestorElementInstanceKey,
  variableInstructions,
}: Activate): ModifyInstruction => ({
  do: 'activate',
  element: elementId,
  ancestor: String(ancestorElementInstanceKey) === '-1' ? null : keyOf(String(ancestorElementInstanceKey)),
  variables: variableInstructions.map(({ variables, scopeId }) => ({
    scope: scopeId ? scopeId : null,
    variables: givenVariables(variables),
  })),
})

/** What the request names and is not there is the request's fault in the contract: 400. */
const WRONG: ReadonlySet<Refusal['code']> = new Set([
  'element_not_found',
  'element_instance_not_found',
  'modification_not_allowed',
  'scope_ambiguous',
])

const problemOf = (refusal: Refusal): ApiProblem => {
  if (WRONG.has(refusal.code)) return new ApiProblem(400, refusal.code, refusal.message)
  if (refusal.code === 'process_not_found') return new ApiProblem(404, refusal.code, refusal.message)
  return refusalProblem(refusal)
}

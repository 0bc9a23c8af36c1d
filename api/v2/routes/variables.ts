import { createElementInstanceVariables, getVariable, searchVariables } from '../../contract/v2/variables.ts'
import { ApiProblem, notFound } from '../../http/api-problem.ts'
import type { Route } from '../../http/route.ts'
import { loadInstance } from '../../instances/load-instance.ts'
import { onlyVisible, visibleInstances } from '../../policies/visible-instances.ts'
import type { V2Dependencies } from '../dependencies.ts'
import { done } from '../done.ts'
import { givenVariables } from '../given-variables.ts'
import { instanceOfElement } from '../history/instance-of-element.ts'
import { readHistory } from '../history/read-history.ts'
import { scopeOfVariableKey, variableRecords } from '../history/variable-records.ts'
import { keyOf } from '../key.ts'
import { presentVariable } from '../present/variable.ts'
import { searchAllVariables } from '../search/search-variables.ts'
import { serve } from '../serve.ts'

export const variableRoutes = (dependencies: V2Dependencies): Route[] => [
  serve(searchVariables, 'instance.read', async ({ body, query, person }) => {
    const within = onlyVisible(await visibleInstances(dependencies, person))
    const { engine } = dependencies
    const { items, page } = await searchAllVariables(engine, body, query.truncateValues, within)
    return { items: [...items], page }
  }),
  serve(getVariable, 'instance.read', async ({ params: { variableKey }, person }) => {
    const { store } = dependencies.engine
    const key = await instanceOfElement(store, scopeOfVariableKey(variableKey))
    if (key === undefined || !(await loadInstance(dependencies, person, key)))
      throw notFound('variable', variableKey)
    const records = variableRecords(await readHistory(store, key))
    const found = records.find(({ key }) => key === variableKey)
    if (found === undefined) throw notFound('variable', variableKey)
    return presentVariable(found)
  }),
  serve(createElementInstanceVariables, 'instance.change', async ({ params, body, person }) => {
    const { engine } = dependencies
    const key = keyOf(params.elementInstanceKey)
    const instance = await instanceOfElement(engine.store, key)
    if (instance === undefined) throw elementNotFound(params.elementInstanceKey)
    const variables = givenVariables(body.variables)
    const command = { type: 'setVariables', key, variables, local: body.local } as const
    done(await engine.execute(instance, command, { by: person.id }))
    return undefined
  }),
]

/** The contract answers 400 here, not 404. */
const elementNotFound = (key: string) =>
  new ApiProblem(
    400,
    'element_instance_not_found',
    `Expected the key of an active element instance, got ${key}.`,
  )

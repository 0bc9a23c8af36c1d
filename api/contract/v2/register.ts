import type { OpenAPIRegistry, RouteConfig } from '@asteasolutions/zod-to-openapi'
import type { z } from 'zod'
import { Problem } from '../problem.ts'
import { DeploymentForm } from './deployments.ts'
import { hasBody, type Operation } from './operation.ts'
import { v2Operations } from './operations.ts'

/** Adds every operation of `/v2` to the OpenAPI document. */
export function registerV2(registry: OpenAPIRegistry): void {
  for (const described of Object.values(v2Operations)) registry.registerPath(pathOf(described))
}

const pathOf = (described: Operation): RouteConfig => ({
  method: described.method,
  path: `/v2${described.path}`,
  operationId: described.id,
  tags: [described.tag],
  summary: described.summary,
  security: [{ bearer: [] }, { basic: [] }],
  request: {
    // Operations describe parameters and queries with object schemas only.
    params: described.params as z.ZodObject,
    query: described.query as z.ZodObject,
    ...bodyOf(described),
  },
  responses: { ...answersOf(described), default: problem },
})

const problem = {
  description: 'What was expected, what came instead and what to do',
  content: { 'application/problem+json': { schema: Problem } },
}

function bodyOf(described: Operation) {
  if (described.consumes === 'multipart/form-data')
    return { body: { content: { 'multipart/form-data': { schema: DeploymentForm } } } }
  return hasBody(described) ? { body: { content: { [described.consumes]: { schema: described.body } } } } : {}
}

function answersOf({ answer, produces }: Operation): RouteConfig['responses'] {
  const none = { 204: { description: 'Done' } }
  if (answer === null) return none
  const some = { 200: { description: 'Found or done', content: { [produces]: { schema: answer } } } }
  return answer.safeParse(null).success ? { ...some, ...none } : some
}

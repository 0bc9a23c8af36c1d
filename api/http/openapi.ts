import { OpenAPIRegistry, OpenApiGeneratorV31, type ResponseConfig } from '@asteasolutions/zod-to-openapi'
import { z } from 'zod'
import { Problem } from '../contract/index.ts'
import { MULTIPART } from './read-multipart.ts'
import type { Route } from './route.ts'

const problemAnswer = (description: string): ResponseConfig => ({
  description,
  content: { 'application/problem+json': { schema: Problem } },
})

function answers(route: Route): Record<number, ResponseConfig> {
  const success: ResponseConfig =
    route.mediaType !== undefined
      ? { description: 'Done', content: { [route.mediaType]: { schema: z.string() } } }
      : route.answer === undefined
        ? { description: 'Done' }
        : { description: 'Done', content: { 'application/json': { schema: route.answer } } }
  const expected = Object.entries(route.problems ?? {}).map(([status, codes]) => [
    status,
    problemAnswer(codes),
  ])
  return {
    [route.status ?? (route.answer === undefined && route.mediaType === undefined ? 204 : 200)]: success,
    400: problemAnswer('invalid_request, body_not_json, body_too_deep, dangerous_name'),
    ...(route.access === 'public' ? {} : { 401: problemAnswer('not_signed_in, token_expired') }),
    ...(route.access === 'public' || route.access === 'signed-in'
      ? {}
      : { 403: problemAnswer('not_permitted') }),
    429: problemAnswer('too_many_requests'),
    ...Object.fromEntries(expected),
  }
}

const idempotencyKey = z.object({
  'Idempotency-Key': z
    .string()
    .max(100)
    .optional()
    .meta({ description: 'Kept 24 h with the answer; the same key with another body is refused.' }),
})

const filesIn = (field: string) =>
  z.object({ [field]: z.array(z.string().meta({ format: 'binary' })).min(1) })

function register(registry: OpenAPIRegistry, route: Route): void {
  const text = Object.fromEntries((route.textBody ?? []).map((type) => [type, { schema: z.string() }]))
  const form = route.filesField === undefined ? {} : { [MULTIPART]: { schema: filesIn(route.filesField) } }
  registry.registerPath({
    method: route.method,
    path: route.path,
    tags: [route.tag],
    summary: route.summary,
    security: route.access === 'public' ? [] : [{ bearer: [] }, { basic: [] }],
    'x-access': route.access,
    request: {
      ...(route.params ? { params: route.params } : {}),
      ...(route.query ? { query: route.query } : {}),
      ...(route.idempotent ? { headers: idempotencyKey } : {}),
      ...(route.body
        ? { body: { content: { 'application/json': { schema: route.body }, ...text, ...form } } }
        : {}),
    },
    responses: answers(route),
  })
}

/** The OpenAPI 3.1 document of everything that is served. `others` registers the routes of /v2. */
export function openApiDocument(routes: readonly Route[], others: (registry: OpenAPIRegistry) => void) {
  const registry = new OpenAPIRegistry()
  registry.registerComponent('securitySchemes', 'bearer', {
    type: 'http',
    scheme: 'bearer',
    bearerFormat: 'JWT',
  })
  registry.registerComponent('securitySchemes', 'basic', { type: 'http', scheme: 'basic' })
  for (const route of routes) register(registry, route)
  others(registry)
  return new OpenApiGeneratorV31(registry.definitions).generateDocument({
    openapi: '3.1.0',
    info: { title: 'Kartabl', version: '1', description: 'Processes, tasks and records of the company.' },
    servers: [{ url: '/' }],
  })
}

import type { OpenAPIRegistry } from '@asteasolutions/zod-to-openapi'
import express, { type Express, type RequestHandler, type Router } from 'express'
import swaggerUi from 'swagger-ui-express'
import { ApiProblem } from './http/api-problem.ts'
import { errorHandler } from './http/error-handler.ts'
import { jsonBody } from './http/json-body.ts'
import { mountRoutes } from './http/mount-routes.ts'
import { requestLimit } from './http/request-limit.ts'
import { requestLog } from './http/request-log.ts'
import type { Route } from './http/route.ts'
import { securityHeaders } from './http/security-headers.ts'
import { webApp } from './http/web-app.ts'
import type { Log } from './log.ts'

export interface AppParts {
  readonly routes: readonly Route[]
  readonly authenticate: RequestHandler
  /** The engine's routes of the public contract, and what describes them. */
  readonly v2: { readonly router: RequestHandler; readonly register: (registry: OpenAPIRegistry) => void }
  readonly log: Log
  readonly requestsPerMinute: number
  /** Proxies before the server; none when left out. */
  readonly proxies?: number
  /** Folder of the built web app. */
  readonly webDirectory: string
  /** Tests: answers are checked against their schemas. */
  readonly checkAnswers?: boolean
}

const nothingHere: RequestHandler = (request) => {
  throw new ApiProblem(
    404,
    'route_not_found',
    `Nothing is served at ${request.method} ${request.path}. See /api/docs.`,
  )
}

/** The document takes half a second to make, and its makers some time to load, which a server that starts has not. */
const documentation = (makeDocument: () => Promise<object>): Router => {
  const router = express.Router()
  let document: Promise<object> | undefined
  router.get('/openapi.json', async (_request, response) => {
    document ??= makeDocument()
    response.json(await document)
  })
  router.use(
    '/docs',
    swaggerUi.serve,
    swaggerUi.setup(undefined, { swaggerOptions: { url: '/api/openapi.json' } }),
  )
  return router
}

/** The HTTP side: headers, the routes of the table and their document, /v2, the web app, problems as answers. */
export function createApp(parts: AppParts): Express {
  const app = express()
  app.disable('x-powered-by')
  app.set('query parser', 'simple')
  app.set('trust proxy', parts.proxies ?? 0)
  app.use(securityHeaders(), requestLog(parts.log))
  app.use(
    '/api',
    documentation(async () => {
      const { openApiDocument } = await import('./http/openapi.ts')
      return openApiDocument(parts.routes, parts.v2.register)
    }),
  )
  app.use(['/api', '/v2'], requestLimit(parts.requestsPerMinute))
  app.use(
    mountRoutes(parts.routes, {
      authenticate: parts.authenticate,
      checkAnswers: parts.checkAnswers ?? false,
    }),
  )
  app.use('/v2', parts.authenticate, jsonBody('1mb'), parts.v2.router)
  app.use(['/api', '/v2'], nothingHere)
  app.use(webApp(parts.webDirectory))
  app.use(nothingHere)
  app.use(errorHandler(parts.log))
  return app
}

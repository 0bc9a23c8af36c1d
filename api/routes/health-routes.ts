import { Health } from '../contract/index.ts'
import { ApiProblem } from '../http/api-problem.ts'
import { type Route, route } from '../http/route.ts'

/** Whether the server is ready: everything was set up, and the database answers now. */
export function healthRoutes(isReady: () => Promise<boolean>): Route[] {
  const health = route({
    method: 'get',
    path: '/health',
    tag: 'Operation',
    summary: 'Ready to serve?',
    access: 'public',
    answer: Health,
    problems: { 503: 'not_ready' },
    async handle() {
      if (!(await isReady().catch(() => false)))
        throw new ApiProblem(503, 'not_ready', 'The server is starting, or its database does not answer.')
      return { status: 'ok' as const }
    },
  })
  return [health]
}

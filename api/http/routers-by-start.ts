import { type RequestHandler, Router } from 'express'

/** Segments of a path that choose its router. */
const DEPTH = 2

/**
 * A router for each beginning of a path, because a router tries its routes one after another: with a hundred of them
 * that takes longer than everything else a small request does.
 */
export class RoutersByStart {
  readonly #routers = new Map<string, Router>()

  /** The router of a route's path, in the OpenAPI form: `/api/tasks/{key}`. */
  of(path: string): Router {
    const start = startOf(literalPart(path))
    const known = this.#routers.get(start)
    if (known) return known
    const router = Router()
    this.#routers.set(start, router)
    return router
  }

  readonly handler: RequestHandler = (request, response, next) => {
    const matching = startsOf(request.path)
      .map((start) => this.#routers.get(start))
      .filter((router) => router !== undefined)
    const tryNext = (error?: unknown): void => {
      const router = error === undefined ? matching.shift() : undefined
      if (router) router(request, response, tryNext)
      else next(error)
    }
    tryNext()
  }
}

/** Up to the first parameter: what is before it is the same for all who ask. */
const literalPart = (path: string): string => path.split('{')[0] ?? ''

/** Letters and a slash at the end matter to a router as little as here. */
const segmentsOf = (path: string): string[] => path.toLowerCase().split('/').filter(Boolean).slice(0, DEPTH)

const startOf = (path: string): string => segmentsOf(path).join('/')

/** Beginnings that a route of this path may have, the longest first. */
function startsOf(path: string): string[] {
  const segments = segmentsOf(path)
  return [...segments, ''].map((_, at) => segments.slice(0, segments.length - at).join('/'))
}

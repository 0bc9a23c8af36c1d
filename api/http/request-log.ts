import { randomUUID } from 'node:crypto'
import type { RequestHandler } from 'express'
import type { Log } from '../log.ts'

/** Gives each request an id (the answer carries it) and logs method, path, status and milliseconds: never bodies. */
export const requestLog =
  (log: Log): RequestHandler =>
  (request, response, next) => {
    const id = randomUUID()
    response.setHeader('X-Request-Id', id)
    if (!log.isLevelEnabled('debug')) return next()
    const began = performance.now()
    response.on('finish', () => {
      const ms = Math.round(performance.now() - began)
      log.debug(
        { id, method: request.method, path: request.path, status: response.statusCode, ms },
        'request',
      )
    })
    next()
  }

import { existsSync } from 'node:fs'
import { join } from 'node:path'
import express, { type RequestHandler, Router } from 'express'

const YEAR = 365 * 24 * 3_600_000

/**
 * The built web app: files whose names hold their hash are kept for a year, every other address answers with the page,
 * whose own router decides. Nothing when it has not been built.
 */
export function webApp(directory: string): Router {
  const router = Router()
  const page = join(directory, 'index.html')
  if (!existsSync(page)) return router
  router.use(
    '/assets',
    express.static(join(directory, 'assets'), { immutable: true, maxAge: YEAR, fallthrough: false }),
  )
  router.use(express.static(directory, { index: false }))
  const sendPage: RequestHandler = (_request, response) => {
    response.setHeader('Cache-Control', 'no-cache')
    response.sendFile(page)
  }
  router.get(['/', '/{*path}'], sendPage)
  return router
}

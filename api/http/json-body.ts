import express, { type RequestHandler } from 'express'
import { ApiProblem } from './api-problem.ts'

/** Deepest nesting of a body; the body itself is level 1. */
const MAX_DEPTH = 32
const dangerous: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype'])

/**
 * Refuses what could harm whoever reads the body later: nesting deeper than 32 and the names that reach an object's
 * prototype, anywhere in it.
 */
function checkBody(value: unknown, depth = 1): void {
  if (typeof value !== 'object' || value === null) return
  if (depth > MAX_DEPTH)
    throw new ApiProblem(
      400,
      'body_too_deep',
      `A body may be nested ${MAX_DEPTH} levels deep at most; this one is deeper.`,
    )
  if (Array.isArray(value)) {
    for (const item of value) checkBody(item, depth + 1)
    return
  }
  for (const [name, inner] of Object.entries(value)) {
    if (dangerous.has(name))
      throw new ApiProblem(
        400,
        'dangerous_name',
        `The name ${name} may not be used anywhere in a body. Choose another name.`,
      )
    checkBody(inner, depth + 1)
  }
}

const checked: RequestHandler = (request, _response, next) => {
  checkBody(request.body)
  next()
}

/**
 * Reads `application/json` bodies up to `limit` (for example '1mb') and checks them. Other media types are left unread
 * for the route that wants them.
 */
export const jsonBody = (limit: string): RequestHandler[] => [express.json({ limit, strict: false }), checked]

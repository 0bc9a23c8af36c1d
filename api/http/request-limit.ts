import type { RequestHandler } from 'express'
import { rateLimit } from 'express-rate-limit'
import { ApiProblem } from './api-problem.ts'

/** So many requests per address and minute: far above any person's use, below what hurts. */
export const requestLimit = (perMinute: number): RequestHandler =>
  rateLimit({
    windowMs: 60_000,
    limit: perMinute,
    // The next draft names the address by a hash, made anew for every request.
    standardHeaders: 'draft-7',
    legacyHeaders: false,
    handler: (_request, _response, next) =>
      next(new ApiProblem(429, 'too_many_requests', 'Too many requests from this address. Wait a minute.')),
  })

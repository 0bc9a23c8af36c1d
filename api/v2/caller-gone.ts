import type { Request, Response } from 'express'

/** Aborted when the caller closes the connection before the answer is sent: nobody waits any longer. */
export function callerGone({
  response,
}: {
  readonly request: Request
  readonly response: Response
}): AbortSignal {
  const controller = new AbortController()
  response.on('close', () => {
    if (!response.writableFinished) controller.abort()
  })
  return controller.signal
}

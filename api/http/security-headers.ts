import type { Request, RequestHandler, Response } from 'express'
import helmet from 'helmet'

const own = ["'self'"]

/**
 * Headers for everything served. The built web app has no inline script; styles may be inline because Mantine and
 * bpmn-js set them on elements. Plain HTTP works (`upgrade-insecure-requests` is left to the proxy that has TLS).
 */
const protection = () =>
  helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: own,
        scriptSrc: own,
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", 'data:', 'blob:'],
        fontSrc: ["'self'", 'data:'],
        connectSrc: own,
        workerSrc: ["'self'", 'blob:'],
        objectSrc: ["'none'"],
        baseUri: own,
        formAction: own,
        frameAncestors: ["'none'"],
      },
    },
    frameguard: { action: 'deny' },
    strictTransportSecurity: false,
    referrerPolicy: { policy: 'same-origin' },
  })

/** None of them depends on the request, so they are worked out once. */
export function securityHeaders(): RequestHandler {
  const headers: [string, string][] = []
  const recorder = {
    setHeader: (name: string, value: string) => void headers.push([name, value]),
    removeHeader: () => undefined,
  }
  // helmet asks nothing of the request and does nothing else to the answer.
  protection()({} as Request, recorder as unknown as Response, () => undefined)
  return (_request, response, next) => {
    for (const [name, value] of headers) response.setHeader(name, value)
    next()
  }
}

import type { RequestHandler } from 'express'
import helmet from 'helmet'

const own = ["'self'"]

/**
 * Headers for everything served. The built web app has no inline script; styles may be inline because Mantine and
 * bpmn-js set them on elements. Plain HTTP works (`upgrade-insecure-requests` is left to the proxy that has TLS).
 */
export const securityHeaders = (): RequestHandler =>
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

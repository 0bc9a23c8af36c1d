import { type Logger, pino } from 'pino'

export type Log = Logger

const secrets = ['password', 'token', 'accessToken', 'authorization', 'cookie', 'secret', 'refreshToken']

/** JSON lines on standard output. Names that hold secrets are cut out wherever they stand, two levels deep. */
export const createLog = (level: string): Log =>
  pino({
    level,
    base: null,
    redact: { paths: secrets.flatMap((name) => [name, `*.${name}`, `*.*.${name}`]), censor: '[removed]' },
  })

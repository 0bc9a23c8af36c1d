import { resolve } from 'node:path'
import { z } from 'zod'
import { fail, ok, type Result } from '../engine/result.ts'

const port = z.coerce.number({ error: 'a number from 0 to 65535' }).int().min(0).max(65535)
const count = (otherwise: number) =>
  z.coerce.number({ error: 'a positive whole number' }).int().min(1).default(otherwise)

const Environment = z.object({
  PORT: port.default(8080),
  HOST: z.string().optional(),
  DATABASE_URL: z
    .string()
    .regex(
      /^(sqlite:|mysql:\/\/|mariadb:\/\/)/,
      'sqlite:<file>, mysql://user:password@host/name or mariadb://…',
    )
    .optional(),
  REDIS_URL: z
    .string()
    .regex(/^rediss?:\/\//, 'redis://host:port')
    .optional(),
  DATA_DIR: z.string().min(1).default('.data'),
  JWT_SECRET: z.string().min(32, 'at least 32 characters').optional(),
  ORIGINS: z.string().default(''),
  PROXIES: z.coerce
    .number({ error: 'how many proxies stand before the server, 0 for none' })
    .int()
    .min(0)
    .default(0),
  LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'silent']).default('warn'),
  LOGIN_TRIES: count(30),
  REQUESTS_PER_MINUTE: count(6000),
  RETENTION: z
    .string()
    .regex(/^(forever|P(?=\d)(\d+Y)?(\d+M)?(\d+W)?(\d+D)?)$/, 'forever, or a duration such as P365D')
    .default('forever'),
})

export interface Config {
  readonly port: number
  /** Undefined: every address of the machine. */
  readonly host: string | undefined
  readonly databaseUrl: string
  readonly redisUrl: string | undefined
  /** Absolute. */
  readonly dataDir: string
  /** Undefined: the one kept in `dataDir`. */
  readonly jwtSecret: string | undefined
  /** Further origins that may open a socket, beside the server's own. */
  readonly origins: readonly string[]
  /** Proxies before the server, whose word about the sender's address is believed. */
  readonly proxies: number
  readonly logLevel: string
  /** Failed sign-ins per account, and ten times as many per address, in 15 minutes. */
  readonly loginTries: number
  /** Requests of one address. */
  readonly requestsPerMinute: number
  /** How long ended instances are kept: an ISO 8601 duration, or `forever`. */
  readonly retention: string
}

const settings = (environment: z.infer<typeof Environment>): Config => {
  const dataDir = resolve(environment.DATA_DIR)
  return {
    port: environment.PORT,
    host: environment.HOST,
    databaseUrl: environment.DATABASE_URL ?? `sqlite:${dataDir}/kartabl.db`,
    redisUrl: environment.REDIS_URL,
    dataDir,
    jwtSecret: environment.JWT_SECRET,
    origins: environment.ORIGINS.split(',')
      .map((origin) => origin.trim())
      .filter(Boolean),
    proxies: environment.PROXIES,
    logLevel: environment.LOG_LEVEL,
    loginTries: environment.LOGIN_TRIES,
    requestsPerMinute: environment.REQUESTS_PER_MINUTE,
    retention: environment.RETENTION,
  }
}

/** The settings, or one sentence about the first that is wrong. Values are not repeated: they may be secrets. */
export function readConfig(environment: NodeJS.ProcessEnv): Result<Config, string> {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''))
  const read = Environment.safeParse(given)
  if (read.success) return ok(settings(read.data))
  const issue = read.error.issues[0]
  return fail(
    `The setting ${String(issue?.path[0])} is wrong: expected ${issue?.message}. Correct it and start again.`,
  )
}

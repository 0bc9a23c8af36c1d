/**
 * Packages that the server's bundle leaves in node_modules: native ones, those that read files or start threads of their
 * own, and those that only some servers load.
 */
const IN_NODE_MODULES = [
  'libsql',
  '@node-rs/argon2',
  'pino',
  'swagger-ui-express',
  'umzug',
  'mysql2',
  'ioredis',
  'bullmq',
  '@socket.io/redis-adapter',
]

/** What packages ask for and do without. */
const NEVER_INSTALLED = [
  'bufferutil',
  'utf-8-validate',
  'pg-hstore',
  'pg',
  'sqlite3',
  'mariadb',
  'tedious',
  'oracledb',
  'ibm_db',
  'snowflake-sdk',
]

/** Bundled CommonJS asks for Node's modules by `require`. */
const REQUIRE = [
  "import { createRequire as __createRequire } from 'node:module'",
  "import { dirname as __dirnameOf } from 'node:path'",
  "import { fileURLToPath as __fileOf } from 'node:url'",
  'const require = __createRequire(import.meta.url)',
  'const __filename = __fileOf(import.meta.url)',
  'const __dirname = __dirnameOf(__filename)',
].join(';')

/**
 * How esbuild makes programs that start fast: most of the time to the first answer goes into finding, reading and parsing
 * some 900 files of packages, so those that every server loads are in the bundle, and names alone are kept long.
 */
export const serverBundle = {
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  external: [...IN_NODE_MODULES, ...NEVER_INSTALLED],
  banner: { js: REQUIRE },
  minifyWhitespace: true,
  minifySyntax: true,
  legalComments: 'none',
  sourcemap: true,
  logLevel: 'warning',
}

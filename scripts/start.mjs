/** `npm start`: installs, builds, and serves. Needs nothing but Node. */

import { resolve } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { installOnce } from './install.mjs'
import { requireNode } from './node-version.mjs'

requireNode()
process.chdir(fileURLToPath(new URL('..', import.meta.url)))
installOnce()
const { buildOnce } = await import('./build.mjs')
await buildOnce()
process.env.NODE_ENV ??= 'production'
await import(pathToFileURL(resolve('dist/server/main.js')).href)

import { installOnce } from './install.mjs'
import { requireNode } from './node-version.mjs'

requireNode()
installOnce()

import { parseArgs } from 'node:util'
import type { StoreKind } from './kartabl/places.ts'

export interface Arguments {
  readonly pack: string
  readonly store: StoreKind
  readonly restart: boolean
  /** Runs bpmn-engine instead of the platform. */
  readonly peer: boolean
  /** Case ids; null for all. */
  readonly only: readonly string[] | null
  /** Files to write; null for none. */
  readonly out: string | null
  readonly markdown: string | null
  /** What earlier runs wrote with `out`: for the page, instead of running everything again. */
  readonly from: readonly string[]
  /** What the command for the DMN TCK wrote, for the page; null for no section of it. */
  readonly dmn: string | null
}

const stores: readonly StoreKind[] = ['memory', 'sqlite', 'mariadb']

/** @throws Error that says what is wrong with the command line */
export function readArguments(args: readonly string[]): Arguments {
  const { values } = parseArgs({
    args: [...args],
    options: {
      pack: { type: 'string' },
      out: { type: 'string' },
      store: { type: 'string', default: 'memory' },
      restart: { type: 'boolean', default: false },
      peer: { type: 'boolean', default: false },
      only: { type: 'string', multiple: true },
      markdown: { type: 'string' },
      from: { type: 'string', multiple: true, default: [] },
      dmn: { type: 'string' },
    },
  })
  const { pack, restart, peer, only = null, out = null, markdown = null, from, dmn = null } = values
  if (pack === undefined) throw new Error('expected --pack DIR, the folder of a conformance pack')
  const store = stores.find((one) => one === values.store)
  if (!store) throw new Error(`expected --store ${stores.join('|')}, got ${values.store}`)
  return { pack, store, restart, peer, only, out, markdown, from, dmn }
}

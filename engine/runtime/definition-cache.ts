import type { Decision } from '../dmn/index.ts'
import { parseDecisions } from '../dmn/index.ts'
import { compile } from '../graph/compile.ts'
import type { Binding, ProcessGraph } from '../graph/process-graph.ts'
import type { Key } from '../key.ts'
import type { Rows } from '../ports/rows.ts'
import type { EngineStore } from '../ports/store.ts'
import type { Definitions } from './engine.ts'
import type { Parse } from './parsing/worker-parser.ts'
import { ProcessVersions } from './process-versions.ts'
import { Refreshing } from './refreshing.ts'

type ProcessRow = Rows['processDefinitions']

/** A process as it was deployed, and as it is run. */
export interface Deployed {
  readonly row: ProcessRow
  readonly graph: ProcessGraph
}

/** How long what another node has deployed may stay unseen here. */
const STALE_AFTER_MS = 1_000

/**
 * Deployed processes and decisions of this node. Rows never change, so nothing is ever dropped but what is looked up
 * by id may be older than `STALE_AFTER_MS` on a node that did not deploy it.
 */
export class DefinitionCache implements Definitions {
  private readonly store: EngineStore
  private readonly clock: () => number
  private readonly parse: Parse
  private readonly processes = new ProcessVersions()
  private readonly graphs = new Map<Key, Promise<ProcessGraph>>()
  private readonly deployed = new Map<Key, Deployed>()
  private readonly decisions: { readonly row: Rows['decisions']; readonly decision: Decision }[] = []
  private readonly refreshing = new Refreshing(() => this.readNew())
  private refreshedAt = Number.NEGATIVE_INFINITY
  /** Deployments there were when they were last read. */
  private deployments = 0

  constructor(store: EngineStore, clock: () => number, parse: Parse) {
    this.parse = parse
    this.store = store
    this.clock = clock
  }

  async row(key: Key): Promise<ProcessRow | undefined> {
    if (!this.processes.get(key)) await this.refresh()
    return this.processes.get(key)
  }

  async byId(processId: string, version?: number): Promise<ProcessRow | undefined> {
    const find = () =>
      this.processes.latest(processId, (row) => version === undefined || row.version === version)
    await this.refreshIfStale()
    const found = find()
    if (found) return found
    await this.refresh() // another node may have deployed it just now
    return find()
  }

  /** What `find` has found before. */
  known(key: Key): Deployed | undefined {
    return this.deployed.get(key)
  }

  /** @throws if it does not exist: instances are of deployed processes */
  async find(key: Key): Promise<Deployed> {
    const [graph, row] = await Promise.all([this.graph(key), this.row(key)])
    const deployed = { graph, row: row! }
    this.deployed.set(key, deployed)
    return deployed
  }

  graph(key: Key): Promise<ProcessGraph> {
    let graph = this.graphs.get(key)
    if (!graph) {
      graph = this.load(key)
      this.graphs.set(key, graph)
      graph.catch(() => this.graphs.delete(key))
    }
    return graph
  }

  /** Synchronous, for a step: sees what the last refresh saw. `from`: the definition that asks. */
  findProcess(processId: string, binding: Binding, from: ProcessRow): Key | undefined {
    return this.processes.latest(processId, (row) => bound(binding, row, from))?.key
  }

  findDecision(decisionId: string, binding: Binding, from: ProcessRow): Decision | undefined {
    let found: (typeof this.decisions)[number] | undefined
    for (const one of this.decisions) {
      const { row } = one
      if (row.decisionId !== decisionId) continue
      if (binding.kind === 'deployment' && row.deployment !== from.deployment) continue
      if (!found || row.version > found.row.version) found = one
    }
    return found?.decision
  }

  isStale(): boolean {
    return this.clock() - this.refreshedAt > STALE_AFTER_MS
  }

  async refreshIfStale(): Promise<void> {
    if (this.isStale()) await this.refresh()
  }

  /** Reads what was deployed since the last time; what was committed before the call is there when it resolves. */
  refresh(): Promise<void> {
    return this.refreshing.refresh()
  }

  /** Done every second on a busy node, so it only counts unless there is something new. */
  private async readNew(): Promise<void> {
    const at = this.clock()
    const deployments = await this.store.count('deployments', [])
    if (deployments !== this.deployments) {
      await this.readProcesses()
      await this.readDecisions()
      this.deployments = deployments
    }
    this.refreshedAt = at
  }

  /** Another node's keys may be smaller than one already seen, so every row's key is compared, not the largest. */
  private async readProcesses(): Promise<void> {
    const known = await this.store.find('processDefinitions', { where: [], columns: PROCESS_COLUMNS })
    for (const row of known) this.processes.add({ ...row, xml: '' })
  }

  private async readDecisions(): Promise<void> {
    const known = await this.store.find('decisions', { where: [], columns: ['key'] })
    const seen = new Set(this.decisions.map(({ row }) => row.key))
    for (const { key } of known) {
      if (seen.has(key)) continue
      const row = await this.store.get('decisions', key)
      const model = await parseDecisions(row!.xml)
      if (!model.ok) throw new Error(`decision ${row!.decisionId} was deployed but no longer parses`)
      const decision = model.value.decisions.find((one) => one.id === row!.decisionId)
      if (decision) this.decisions.push({ row: { ...row!, xml: '' }, decision })
    }
  }

  private async load(key: Key): Promise<ProcessGraph> {
    const row = await this.store.get('processDefinitions', key)
    if (!row) throw new Error(`process definition ${key} does not exist`)
    const model = await this.parse(row.xml)
    const graphs = model.ok ? compile(model.value) : model
    if (!graphs.ok) throw new Error(`process definition ${key} was deployed but no longer compiles`)
    return graphs.value.find((graph) => graph.processId === row.processId)!
  }
}

const PROCESS_COLUMNS: readonly (keyof ProcessRow)[] = [
  'key',
  'deployment',
  'processId',
  'version',
  'versionTag',
  'name',
  'resourceName',
  'hash',
]

function bound(binding: Binding, row: ProcessRow, from: ProcessRow): boolean {
  if (binding.kind === 'deployment') return row.deployment === from.deployment
  return binding.kind === 'latest' || row.versionTag === binding.versionTag
}

import { noVariables, type Variables } from '../json.ts'
import type { Key } from '../key.ts'
import { fail, ok, type Result } from '../result.ts'
import { loadState } from '../state/codec.ts'
import type { Command, Rejection } from '../state/command.ts'
import type { EngineEvent } from '../state/event.ts'
import type { InstanceState, ParentCall } from '../state/instance-state.ts'
import { newInstance } from '../state/new-instance.ts'
import { isLarge } from '../state/snapshot-mark.ts'
import type { StepContext } from '../step/execution.ts'
import { advance } from '../step/step.ts'
import type { Deployed } from './definition-cache.ts'
import { withInitiator } from './initiator.ts'
import { asStored } from './large/as-stored.ts'
import type { LiveState } from './large/live-states.ts'
import { type InstanceRow, type Loaded, revisionAfter } from './loaded.ts'
import { project } from './project.ts'
import type { Projection } from './projection.ts'
import { RowChanges } from './row-changes.ts'
import { saveInstance } from './save-instance.ts'
import type { WorkContext } from './work-context.ts'

/** An instance to create: of the command `createInstance`, what is not usual. */
export interface NewInstance {
  readonly definition: Key
  readonly key?: Key
  readonly variables?: Variables
  readonly parent?: ParentCall | null
  readonly startAt?: readonly number[]
  /** What the trigger brought that has begun it. */
  readonly brought?: Variables
  readonly part?: number
}

/** A step asked for a process or decision that this node has not seen: read what is deployed, then run again. */
export class UnknownDefinition extends Error {}

/** Moves instances forward inside one transaction and saves them all at its end. */
export class UnitOfWork {
  readonly context: WorkContext
  readonly rows = new RowChanges()
  /** Events whose effects lie outside their instance, still to be carried out. */
  readonly effects: { readonly instance: Loaded; readonly event: EngineEvent }[] = []
  private readonly instances = new Map<Key, Loaded>()
  /** Definitions that instances may be migrated to. */
  private readonly targets = new Map<Key, Pick<Loaded, 'graph' | 'definition'>>()

  constructor(context: WorkContext) {
    this.context = context
  }

  get size(): number {
    return this.instances.size
  }

  async load(key: Key): Promise<Result<Loaded, Rejection>> {
    const known = this.instances.get(key)
    if (known) return ok(known)
    const row = await this.context.tx.instance(key)
    if (!row) {
      return fail({ code: 'instance_not_found', message: `there is no process instance ${key}` })
    }
    const { definitions, liveStates, tx } = this.context
    // Known ones are not waited for: every wait is paid at each command.
    const deployed = definitions.known(row.definition) ?? (await definitions.find(row.definition))
    if (!isLarge(row)) return ok(this.keep(deployed, loadState(row), row))
    const live = await liveStates.take(tx, row)
    return ok(this.keep(deployed, live.state, row, live))
  }

  async create({
    definition,
    key = this.context.nextKey(),
    variables = noVariables(),
    parent = null,
    startAt = [],
    ...trigger
  }: NewInstance): Promise<Result<Loaded, Rejection>> {
    const { definitions } = this.context
    const deployed = definitions.known(definition) ?? (await definitions.find(definition))
    const instance = this.keep(deployed, newInstance(key), null)
    const type = 'createInstance'
    const { graph } = instance
    const started = withInitiator(variables, graph, startAt, this.context.by)
    const done = this.run(instance, {
      type,
      key,
      definition,
      variables: started,
      parent,
      startAt,
      ...trigger,
    })
    return done.ok ? ok(instance) : done
  }

  /** Before `migrateInstance` is run: a step can't wait for the other version. */
  async prepareMigration(key: Key): Promise<void> {
    const definition = await this.context.definitions.row(key)
    if (definition) this.targets.set(key, { graph: await this.context.definitions.graph(key), definition })
  }

  run(instance: Loaded, given: Command): Result<void, Rejection> {
    const command = instance.live ? asStored(given) : given
    const done = advance(instance.graph, instance.state, command, this.stepContext(instance), (event) => {
      if (event.type === 'instanceMigrated') Object.assign(instance, this.targets.get(event.definition))
      project(this.projectionOf(instance), event)
    })
    if (!done.ok) return done
    for (const event of done.value) {
      instance.events.push(event)
      if (hasEffect(event)) this.effects.push({ instance, event })
    }
    return ok(undefined)
  }

  private projectionOf(instance: Loaded): Projection {
    const { now, by } = this.context
    const { graph, state, key, definition } = instance
    const revision = revisionAfter(instance)
    return { graph, state, rows: this.rows, instance: key, definition: definition.key, now, by, revision }
  }

  /** Writes everything: instances, their history, and what was projected. */
  save(): void {
    const { tx } = this.context
    for (const instance of this.instances.values())
      if (instance.events.length > 0) saveInstance(this.context, instance)
    this.rows.writeTo(tx)
  }

  /**
   * Gives large instances back, so that the next command need not read them, once they are saved; when all was undone only
   * those that nothing had happened to. Returns what was given back.
   */
  giveBack(outcome: 'saved' | 'undone'): LiveState[] {
    const given: LiveState[] = []
    for (const { live, events } of this.instances.values())
      if (live && (outcome === 'saved' || events.length === 0)) given.push(live)
    for (const live of given) this.context.liveStates.put(live)
    return given
  }

  /** What the transaction did to instances, for those who watch. */
  touched(): { readonly key: Key; readonly isNew: boolean; readonly revision: number }[] {
    return [...this.instances.values()]
      .filter((instance) => instance.events.length > 0)
      .map((instance) => ({
        key: instance.key,
        isNew: instance.row === null,
        revision: revisionAfter(instance),
      }))
  }

  private keep(
    { graph, row: definition }: Deployed,
    state: InstanceState,
    row: InstanceRow | null,
    live: LiveState | null = null,
  ): Loaded {
    const { key } = state
    const loaded: Loaded = {
      key,
      graph,
      definition,
      state,
      row,
      startedBy: row?.startedBy ?? this.context.by,
      events: [],
      live,
    }
    this.instances.set(key, loaded)
    return loaded
  }

  private stepContext({ definition }: Loaded): StepContext {
    const { definitions, nextKey, now, zone, calendar } = this.context
    return {
      now,
      zone,
      calendar,
      nextKey,
      findProcess: (id, binding) => this.known(definitions.findProcess(id, binding, definition)),
      findGraph: (key) => this.targets.get(key)?.graph,
      findDecision: (id, binding) => this.known(definitions.findDecision(id, binding, definition)),
    }
  }

  private known<T>(found: T | undefined): T | undefined {
    if (found === undefined && !this.context.definitionsAreFresh) throw new UnknownDefinition()
    return found
  }
}

const EFFECTS: ReadonlySet<EngineEvent['type']> = new Set([
  'jobCreated',
  'processCalled',
  'callCanceled',
  'instanceCompleted',
  'errorEscaped',
  'messagePublished',
  'messageSubscribed',
  'signalBroadcast',
  'escalationEscaped',
  'instanceSuspended',
  'instanceResumed',
])

const hasEffect = (event: EngineEvent): boolean => EFFECTS.has(event.type)

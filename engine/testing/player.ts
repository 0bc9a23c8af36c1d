import type { WorkingCalendar } from '../calendar/index.ts'
import type { Decision } from '../dmn/index.ts'
import { compile } from '../graph/compile.ts'
import type { ProcessGraph } from '../graph/process-graph.ts'
import { type JsonValue, noVariables, type Variables } from '../json.ts'
import type { Key } from '../key.ts'
import { parse } from '../model/parse.ts'
import { apply } from '../state/apply.ts'
import type { Command, ListenerResult, ModifyInstruction } from '../state/command.ts'
import type { EngineEvent } from '../state/event.ts'
import type { ElementInstance, InstanceState, ParentCall, Wait } from '../state/instance-state.ts'
import { newInstance } from '../state/new-instance.ts'
import { visibleIn } from '../state/visible.ts'
import { step } from '../step/step.ts'
import { Trace } from './trace.ts'

export interface PlayOptions {
  readonly variables?: { readonly [name: string]: JsonValue }
  /** Ids of elements to begin before. */
  readonly startAt?: readonly string[]
  /** What the start event to begin at was triggered with. */
  readonly brought?: { readonly [name: string]: JsonValue }
  /** Which of its triggers it was. */
  readonly part?: number
  /** The call that starts it. */
  readonly parent?: ParentCall
  readonly decisions?: readonly Decision[]
  /** UTC when left out. */
  readonly zone?: string
  readonly calendars?: Readonly<Record<string, WorkingCalendar>>
}

/** The moment at which every play begins: 2026-01-05T08:00:00Z, a Monday. */
export const BEGINNING = Date.UTC(2026, 0, 5, 8)

/** Parses, compiles and starts one process on the pure engine, with a clock that the test moves. */
export async function play(
  diagram: { toXml(): string } | string,
  options: PlayOptions = {},
): Promise<Player> {
  const player = new Player(await compileOne(diagram), options)
  player.start(options)
  return player
}

export async function compileOne(diagram: { toXml(): string } | string): Promise<ProcessGraph> {
  const model = await parse(typeof diagram === 'string' ? diagram : diagram.toXml())
  const graphs = model.ok ? compile(model.value) : model
  if (!graphs.ok) throw new Error(`the diagram does not compile: ${JSON.stringify(graphs.error, null, 2)}`)
  return graphs.value[0]!
}

/** Gives commands by element id and shows what comes of them. */
export class Player {
  graph: ProcessGraph
  readonly state: InstanceState = newInstance(1)
  readonly events: EngineEvent[] = []
  now = BEGINNING
  private readonly decisions: readonly Decision[]
  private readonly zone: string
  private readonly calendars: Readonly<Record<string, WorkingCalendar>>
  private readonly traced: Trace
  /** To migrate to, by the key they are given. */
  private readonly versions = new Map<Key, ProcessGraph>()
  private lastKey = 1

  constructor(graph: ProcessGraph, { decisions = [], zone = 'UTC', calendars = {} }: PlayOptions) {
    this.zone = zone
    this.calendars = calendars
    this.graph = graph
    this.decisions = decisions
    this.traced = new Trace(graph)
  }

  start({ variables = {}, startAt = [], brought, part, parent }: PlayOptions): void {
    this.give({
      type: 'createInstance',
      key: this.state.key,
      definition: 1,
      variables: own(variables),
      parent: parent ?? null,
      startAt: startAt.map((id) => this.graph.indexOf.get(id)!),
      ...(brought && { brought: own(brought) }),
      ...(part !== undefined && { part }),
    })
  }

  /** What happened so far; `since` leaves out what was there before. */
  get trace(): string[] {
    return this.traced.lines
  }

  /** Runs `action` and returns what it added to the trace. */
  after(action: () => void): string[] {
    const before = this.trace.length
    action()
    return this.trace.slice(before)
  }

  /** Ids of the elements that have no active element inside: where tokens rest, sorted. */
  get resting(): string[] {
    const resting = [...this.state.elements.values()].filter((one) => one.scope !== 0 && one.children === 0)
    return resting.map((one) => this.idOf(one)).sort()
  }

  get status(): InstanceState['status'] {
    return this.state.status
  }

  /** Of the process. */
  get variables(): Variables {
    return { ...this.state.elements.get(this.state.key)?.variables }
  }

  get incidents(): string[] {
    const all = [...this.state.elements.values()].filter((one) => one.incident)
    return all.map((one) => `${one.incident!.type} at ${this.idOf(one)}: ${one.incident!.message}`)
  }

  visibleAt(id: string): Variables {
    return { ...visibleIn(this.state, this.find(id)) }
  }

  complete(id: string, variables: Variables = {}, outcome: string | null = null): void {
    const at = this.find(id)
    if (at.job) this.give({ type: 'completeJob', key: at.key, job: at.job.key, variables: own(variables) })
    else this.give({ type: 'completeTask', key: at.key, variables: own(variables), outcome })
  }

  /** Completes the job of a task listener. */
  answer(id: string, { denied = null, corrections = {} }: Partial<ListenerResult> = {}): void {
    const { key, job } = this.find(id)
    const result = { denied, corrections }
    this.give({ type: 'completeJob', key, job: job!.key, variables: noVariables(), result })
  }

  fail(id: string, retries: number, backOff = 0): void {
    const { key, job } = this.find(id)
    const variables = noVariables()
    this.give({ type: 'failJob', key, job: job!.key, retries, backOff, message: 'it failed', variables })
  }

  throwError(id: string, code: string, variables: Variables = {}): void {
    const { key, job } = this.find(id)
    this.give({
      type: 'throwJobError',
      key,
      job: job!.key,
      code,
      message: 'thrown',
      variables: own(variables),
    })
  }

  /** Moves the clock and fires what has become due, in order. */
  advanceTo(iso: string): void {
    const end = Date.parse(iso)
    for (let due = this.nextTimer(end); due; due = this.nextTimer(end)) {
      this.now = Math.max(this.now, due.wait.dueAt)
      this.give({ type: 'fireTimer', key: due.at.key, timer: due.wait.key })
    }
    this.now = end
  }

  message(name: string, variables: Variables = {}): void {
    const found = this.waits().find(({ wait }) => wait.kind === 'message' && wait.name === name)
    if (!found) throw new Error(`nobody waits for message '${name}'`)
    const { at, wait } = found
    this.give({
      type: 'correlateMessage',
      key: at.key,
      subscription: wait.key,
      message: this.nextKey(),
      variables: own(variables),
    })
  }

  /** Tells everybody in this instance who waits for the signal. */
  signal(name: string, variables: Variables = {}): void {
    const waiting = this.waits().filter(({ wait }) => wait.kind === 'signal' && wait.name === name)
    if (waiting.length === 0) throw new Error(`nobody waits for signal '${name}'`)
    for (const { at, wait } of waiting) {
      const told = { key: at.key, subscription: wait.key, variables: own(variables) }
      this.give({ type: 'correlateSignal', ...told })
    }
  }

  /** Begins activities of an ad-hoc sub-process; the rejection's code, or null. */
  begin(adHoc: string, ...ids: readonly string[]): string | null {
    const elements = ids.map((id) => this.graph.indexOf.get(id)!)
    return this.tryToGive({ type: 'activateAdHoc', key: this.find(adHoc).key, elements, variables: own({}) })
  }

  /** Begins one activity with variables of its own, in place of what is active. */
  beginInstead(adHoc: string, id: string, variables: Variables): string | null {
    const { key } = this.find(adHoc)
    const elements = [this.graph.indexOf.get(id)!]
    const given = { variables: own({}), own: [own(variables)], cancelRemaining: true }
    return this.tryToGive({ type: 'activateAdHoc', key, elements, ...given })
  }

  finish(adHoc: string): void {
    this.give({ type: 'completeAdHoc', key: this.find(adHoc).key })
  }

  resolve(id: string): void {
    const { key, incident } = this.find(id)
    this.give({ type: 'resolveIncident', key, incident: incident!.key })
  }

  setVariables(variables: Variables): void {
    this.give({ type: 'setVariables', key: this.state.key, variables: own(variables), local: false })
  }

  cancel(): void {
    this.give({ type: 'cancelInstance' })
  }

  suspend(): void {
    this.give({ type: 'suspendInstance' })
  }

  resume(): void {
    this.give({ type: 'resumeInstance' })
  }

  modify(...instructions: ModifyInstruction[]): void {
    this.give({ type: 'modifyInstance', instructions })
  }

  /** To another version; ids that change by what they were. The rejection's code, or null. */
  migrate(to: ProcessGraph, mapping: Readonly<Record<string, string>> = {}): string | null {
    const definition = this.versions.size + 2
    this.versions.set(definition, to)
    return this.tryToGive({
      type: 'migrateInstance',
      definition,
      mapping: new Map(Object.entries(mapping)),
    })
  }

  give(command: Command): void {
    const refused = this.tryToGive(command)
    if (refused) throw new Error(`${command.type} was refused: ${refused}`)
  }

  /** The rejection's code, or null when it was carried out. */
  tryToGive(command: Command): string | null {
    const { now, graph } = this
    const done = step(graph, this.state, command, {
      now,
      zone: this.zone,
      calendar: (name) => this.calendars[name],
      nextKey: () => this.nextKey(),
      findProcess: (processId) => (processId === 'missing' ? undefined : 2),
      findGraph: (definition) => this.versions.get(definition),
      findDecision: (id) => this.decisions.find((decision) => decision.id === id),
    })
    if (!done.ok) return done.error.code
    for (const event of done.value) {
      apply(this.state, event)
      if (event.type === 'instanceMigrated') this.graph = this.versions.get(event.definition)!
      this.events.push(event)
      this.traced.add(event, this.graph)
    }
    return null
  }

  /** The active element instance of this id; `id#2` is the second item of a multi-instance activity. */
  find(id: string): ElementInstance {
    for (const one of this.state.elements.values()) if (this.idOf(one) === id) return one
    throw new Error(`'${id}' is not active; active are: ${this.resting.join(', ') || 'none'}`)
  }

  private idOf({ element, loopCounter }: ElementInstance): string {
    return this.graph.elements[element]!.id + (loopCounter > 0 ? `#${loopCounter}` : '')
  }

  private waits(): { at: ElementInstance; wait: Wait }[] {
    return [...this.state.elements.values()].flatMap((at) => at.waits.map((wait) => ({ at, wait })))
  }

  private nextTimer(until: number) {
    const timers = this.waits().flatMap(({ at, wait }) => (wait.kind === 'timer' ? [{ at, wait }] : []))
    const due = timers.filter(({ wait }) => wait.dueAt <= until)
    return due.sort((a, b) => a.wait.dueAt - b.wait.dueAt)[0]
  }

  private nextKey(): Key {
    return ++this.lastKey
  }
}

const own = (variables: { readonly [name: string]: JsonValue }): Variables =>
  Object.assign(noVariables(), variables)

import type { WorkingCalendar } from '../calendar/index.ts'
import { type JsonValue, noVariables, type Variables } from '../json.ts'
import type { Key } from '../key.ts'
import type { Handlers } from '../ports/handlers.ts'
import { MemoryStore } from '../ports/memory/memory-store.ts'
import type { TaskRow } from '../ports/rows.ts'
import type { EngineStore } from '../ports/store.ts'
import { createEngine } from '../runtime/create-engine.ts'
import type { Engine, StartedInstance } from '../runtime/engine.ts'
import type { Fault } from '../runtime/engine-options.ts'
import { BEGINNING } from './player.ts'

const DAY = 86_400_000

export interface TestEngineOptions {
  readonly handlers?: Handlers
  readonly store?: EngineStore
  /** UTC when left out. */
  readonly zone?: string
  readonly calendars?: Readonly<Record<string, WorkingCalendar>>
}

/** A running engine on the in-memory store, with a clock that the test moves and commands by element id. */
export class TestEngine {
  readonly engine: Engine
  readonly faults: Fault[] = []
  now = BEGINNING

  private constructor(
    store: EngineStore,
    { handlers = {}, zone = 'UTC', calendars = {} }: TestEngineOptions,
  ) {
    this.engine = createEngine({
      store,
      handlers,
      clock: () => this.now,
      zone,
      calendar: (name) => calendars[name],
      checkForm: () => [],
      onFault: (fault) => this.faults.push(fault),
    })
  }

  static async open(options: TestEngineOptions = {}): Promise<TestEngine> {
    const store = options.store ?? new MemoryStore()
    await store.open()
    return new TestEngine(store, options)
  }

  async deploy(...diagrams: { toXml(): string }[]): Promise<void> {
    const files = diagrams.map((diagram, index) => ({ name: `${index}.bpmn`, content: diagram.toXml() }))
    const done = await this.engine.deploy(files, 'dana')
    if (!done.ok) throw new Error(JSON.stringify(done.error, null, 2))
  }

  async start(id: string, variables: { [name: string]: JsonValue } = {}): Promise<StartedInstance> {
    const done = await this.engine.create({ process: { id }, variables: own(variables) }, { by: 'sara' })
    if (!done.ok) throw new Error(`${done.error.code}: ${done.error.message}`)
    return done.value
  }

  /** Open user tasks, oldest first. */
  tasks(): Promise<TaskRow[]> {
    return this.engine.store.find('tasks', {
      where: [{ column: 'state', is: '=', value: 'CREATED' }],
      orderBy: [{ column: 'key' }],
    })
  }

  async task(elementId: string): Promise<TaskRow> {
    const found = (await this.tasks()).find((task) => task.elementId === elementId)
    if (!found) throw new Error(`no open task '${elementId}'`)
    return found
  }

  /** Completes the oldest open task of this id; the refusal, if it was refused. */
  async complete(elementId: string, variables: Variables = {}, by = 'sara') {
    const { key, instance } = await this.task(elementId)
    const command = { type: 'completeTask', key, variables: own(variables), outcome: null } as const
    const done = await this.engine.execute(instance, command, { by })
    return done.ok ? null : done.error
  }

  /** Does what the background would do, moving the clock to whatever is due, until nothing is left within a day. */
  async workUntilQuiet(): Promise<void> {
    const end = this.now + DAY
    for (let next = await this.engine.runDue(); next <= end; next = await this.engine.runDue())
      this.now = Math.max(this.now, next)
  }

  async statusOf(instance: Key): Promise<string | undefined> {
    return (await this.engine.store.get('instances', instance))?.status
  }

  async variablesOf(instance: Key): Promise<Variables> {
    const root = await this.engine.inspect(instance, (state) => ({
      ...state.elements.get(instance)!.variables,
    }))
    return root!
  }
}

const own = (variables: { readonly [name: string]: JsonValue }): Variables =>
  Object.assign(noVariables(), variables)

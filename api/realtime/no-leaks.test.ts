import type { Rows } from '../../engine/ports/rows.ts'
import type { Command } from '../../engine/state/command.ts'
import { diagram } from '../../engine/testing/diagram.ts'
import type { Identity } from '../auth/identity.ts'
import type { Role } from '../contract/index.ts'
import { may } from '../policies/may.ts'
import { taskFacts } from '../policies/task-facts.ts'
import { loadTask } from '../tasks/load-task.ts'
import { type Listener, listenAs } from '../testing/live-listener.ts'
import { type ServedDemo, serveDemo } from '../testing/served-demo.ts'

type Task = Rows['tasks']

const CHANGES = 200
const SEED = 20260302
const people = ['sara', 'reza', 'mina', 'elena', 'hamid', 'kaveh', 'dana', 'omid']
const groups = ['sales', 'sales-management', 'finance', 'warehouse', 'staff', 'manager', 'designer']

const work = diagram('work')
  .start()
  .userTask('do', { candidateGroups: '=offeredTo', candidateUsers: '=named', assignee: '=who' })
  .end()
  .toXml()

/** Numbers from a seed, so that a failure can be looked at again. */
function randomFrom(seed: number) {
  let state = seed
  const below = (limit: number) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * limit)
  }
  const pick = <T>(items: readonly T[]): T => items[below(items.length)] as T // never called with none
  return { below, pick }
}

describe('what eight people are told live', () => {
  let demo: ServedDemo
  let listeners: Map<string, Listener>
  const identities = new Map<string, Identity>()
  beforeAll(async () => {
    demo = await serveDemo()
    const { engine, people: current } = demo.server.services
    await engine.deploy([{ name: 'work.bpmn', content: work }], 'dana')
    const connected = await Promise.all(people.map(async (id) => [id, await listenAs(demo.url, id)] as const))
    listeners = new Map(connected)
    for (const id of people) {
      const identity = await current.current(id, { family: null, epoch: 1 })
      if (typeof identity !== 'string') identities.set(id, identity)
    }
  })
  afterAll(async () => {
    for (const { socket } of listeners.values()) socket.disconnect()
    await demo.close()
  })

  const tasksNow = async () => {
    const rows = await demo.server.services.engine.store.find('tasks', { where: [] })
    return new Map(rows.map((row) => [row.key, row]))
  }

  /** In whose inbox, or that of whose colleagues, it is: what staff see of it by REST. */
  const concerns = (person: Identity, task: Task | undefined) =>
    task !== undefined && may({ ...person, roles: ['staff'] satisfies Role[] }, 'task.read', taskFacts(task))

  async function begin(variables: { offeredTo: string[]; named: string[]; who: string | null }) {
    const started = await demo.server.services.engine.create(
      { process: { id: 'work' }, variables },
      { by: 'dana' },
    )
    if (!started.ok) throw new Error(started.error.message)
  }

  async function changeSomething({ below, pick }: ReturnType<typeof randomFrom>, open: readonly Task[]) {
    const { engine } = demo.server.services
    if (open.length < 3 || below(4) === 0)
      return begin({
        offeredTo: below(3) === 0 ? [] : [pick(groups)],
        named: below(4) === 0 ? [pick(people)] : [],
        who: below(4) === 0 ? pick(people) : null,
      })
    const task = pick(open)
    const commands: Command[] = [
      { type: 'assignTask', key: task.key, assignee: pick(people) },
      { type: 'assignTask', key: task.key, assignee: null },
      { type: 'updateTask', key: task.key, changes: { priority: below(100) } },
      { type: 'updateTask', key: task.key, changes: { candidateGroups: [pick(groups)] } },
      { type: 'completeTask', key: task.key, variables: {}, outcome: null },
    ]
    await engine.execute(task.instance, pick(commands), { by: pick(people) })
  }

  /** Everybody has heard of everything before it, once they have heard of two of these in turn. */
  async function mark() {
    const before = await tasksNow()
    await begin({ offeredTo: [], named: people, who: null })
    const [marker] = [...(await tasksNow()).keys()].filter((key) => !before.has(key))
    const about = ({ changes }: { changes: { key: string }[] }) =>
      changes.some(({ key }) => key === String(marker))
    await Promise.all([...listeners.values()].map(({ hears }) => hears(about)))
    return String(marker)
  }

  test(`is what REST shows them, over ${CHANGES} changes (seed ${SEED})`, async () => {
    const random = randomFrom(SEED)
    const expected = new Map(people.map((id) => [id, new Map<string, number>()]))
    const seenByRest = new Map(people.map((id) => [id, new Set<string>()]))
    for (let index = 0; index < CHANGES; index += 1) {
      const before = await tasksNow()
      await changeSomething(
        random,
        [...before.values()].filter(({ state }) => state === 'CREATED'),
      )
      for (const [key, task] of await tasksNow()) {
        if (before.get(key)?.revision === task.revision) continue
        for (const person of identities.values()) {
          if (concerns(person, before.get(key)) || concerns(person, task))
            expected.get(person.id)?.set(String(key), task.revision)
          const shown = await loadTask(demo.server.services, person, String(key)).catch(() => null)
          if (shown !== null) seenByRest.get(person.id)?.add(String(key))
        }
      }
    }
    const markers = new Set([await mark(), await mark()])

    for (const [id, { heard }] of listeners) {
      const told = new Map<string, number>()
      for (const change of heard.flatMap(({ changes }) => changes)) {
        expect(Object.keys(change).toSorted()).toEqual(['key', 'kind', 'rev'])
        if (change.kind === 'task' && !markers.has(change.key))
          told.set(change.key, Math.max(change.rev, told.get(change.key) ?? 0))
      }
      expect([id, [...told].toSorted()]).toEqual([id, [...(expected.get(id) ?? [])].toSorted()])
      expect([id, [...told.keys()].filter((key) => !seenByRest.get(id)?.has(key))]).toEqual([id, []])
      expect(heard.every(({ room }) => allowed(id).includes(room))).toBe(true)
    }
    // A test in which everybody hears everything, or nothing, would show nothing.
    expect(new Set([...expected.values()].map((keys) => keys.size)).size).toBeGreaterThan(3)
  }, 60_000)

  const allowed = (id: string) => [
    `person:${id}`,
    ...(identities.get(id)?.groups ?? []).map((group) => `group:${group}`),
  ]
})

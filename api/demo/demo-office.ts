import { listPeople } from '../../db/records/people/list-people.ts'
import { getUser } from '../../db/records/people/user.ts'
import type { Rows } from '../../engine/ports/rows.ts'
import type { JsonValue } from '../../forms/index.ts'
import type { Identity } from '../auth/identity.ts'
import { may } from '../policies/may.ts'
import { taskFacts } from '../policies/task-facts.ts'
import { withCalled } from '../records/instance-tree.ts'
import type { Services } from '../services.ts'
import { completeTask } from '../tasks/complete-task.ts'

type Task = Rows['tasks']

/** The people of the demo company at their work: what they do goes through the same rules as in the browser. */
export interface DemoOffice {
  identity(person: string): Promise<Identity>
  /** The open task of this element in an instance or what it has called; undefined when it does not come up. */
  task(instance: number, elementId: string): Promise<Task | undefined>
  /** Somebody who may do the task now: `first` if they may. */
  performer(task: Task, first: string): Promise<Identity | undefined>
  complete(task: Task, by: Identity, outcome: string, values: Record<string, JsonValue>): Promise<void>
}

/** An office whose people act through `services`, at the time of its clock. */
export function demoOffice(services: Services): DemoOffice {
  const { engine, reading, people } = services

  // Nobody's rights change while the past is played, and the moving clock would make everything else forget them.
  const known = new Map<string, Identity>()

  async function identity(person: string): Promise<Identity> {
    const one = known.get(person) ?? (await recognise(person))
    known.set(person, one)
    return one
  }

  async function recognise(person: string): Promise<Identity> {
    const user = await getUser(reading, person)
    const found = await people.current(person, { family: null, epoch: user?.sessionEpoch ?? 0 })
    if (typeof found === 'string') throw new Error(`the demo company has lost ${person}: ${found}`)
    return found
  }

  return {
    identity,
    async task(instance, elementId) {
      const [task] = await engine.store.find('tasks', {
        where: [
          { column: 'instance', is: 'in', value: await withCalled(engine.store, [instance]) },
          { column: 'elementId', is: '=', value: elementId },
          { column: 'state', is: '=', value: 'CREATED' },
        ],
        orderBy: [{ column: 'createdAt' }],
        limit: 1,
      })
      return task
    },
    async performer(task, first) {
      const facts = taskFacts(task)
      const everyone = await listPeople(reading, { limit: 200 })
      const asked = [
        first,
        ...(task.assignee === null ? [] : [task.assignee]),
        ...everyone.items.map(({ id }) => id),
      ]
      for (const person of asked) {
        const one = await identity(person)
        if (may(one, 'task.complete', facts)) return one
      }
      return undefined
    },
    async complete(task, by, outcome, values) {
      await completeTask(services, by, { key: String(task.key), outcome, values, rev: undefined }, null)
    },
  }
}

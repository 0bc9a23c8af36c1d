import type { Rows } from '../../engine/ports/rows.ts'
import type { EngineStore } from '../../engine/ports/store.ts'
import { type InboxPerson, viewConditions } from './views.ts'

/** The most urgent of a person's own tasks: the earliest due, then the highest priority, then the oldest. */
export async function nextTask(
  store: EngineStore,
  person: InboxPerson,
  now: number,
): Promise<Rows['tasks'] | undefined> {
  const [row] = await store.find('tasks', {
    where: viewConditions('mine', person, now),
    orderBy: [{ column: 'dueAt' }, { column: 'priority', descending: true }],
    limit: 1,
  })
  return row
}

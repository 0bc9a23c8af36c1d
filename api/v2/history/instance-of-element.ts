import type { Key } from '../../../engine/index.ts'
import type { RowReader } from '../../../engine/ports/store.ts'
import { readHistory } from './read-history.ts'

/** Instances whose history is looked through when no row names the element instance. */
const WALK = 200

/**
 * The process instance that an element instance belongs to. What waits or works has a row that says so; for the rest
 * the histories of the instances that began just before it are looked through. Undefined when it is not found there.
 */
export async function instanceOfElement(rows: RowReader, element: Key): Promise<Key | undefined> {
  const [instance, task] = await Promise.all([rows.get('instances', element), rows.get('tasks', element)])
  if (instance !== undefined) return instance.key
  if (task !== undefined) return task.instance
  return (await ofWaiting(rows, element)) ?? walk(rows, element)
}

async function ofWaiting(rows: RowReader, element: Key): Promise<Key | undefined> {
  const query = { where: [{ column: 'elementInstance', is: '=', value: element }], limit: 1 } as const
  const [jobs, incidents, subscriptions, timers] = await Promise.all([
    rows.find('jobs', query),
    rows.find('incidents', query),
    rows.find('subscriptions', query),
    rows.find('timers', query),
  ])
  return [...jobs, ...incidents, ...subscriptions, ...timers].at(0)?.instance
}

/** Keys grow, so an element instance's key is larger than its instance's, mostly by little. */
async function walk(rows: RowReader, element: Key): Promise<Key | undefined> {
  const nearest = await rows.find('instances', {
    where: [{ column: 'key', is: '<', value: element }],
    orderBy: [{ column: 'key', descending: true }],
    limit: WALK,
    columns: ['key'],
  })
  for (const { key } of nearest) if ((await readHistory(rows, key)).elements.has(element)) return key
  return undefined
}

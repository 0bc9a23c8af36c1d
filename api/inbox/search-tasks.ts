import type { Rows } from '../../engine/ports/rows.ts'
import type { Condition, EngineStore } from '../../engine/ports/store.ts'
import { withCalled } from '../records/instance-tree.ts'

type TaskCondition = Condition<Rows['tasks']>

/** The ways a word is usually written: stores compare letter by letter, people do not. */
const spellings = (word: string) => [
  ...new Set([word, word.toLowerCase(), word.charAt(0).toUpperCase() + word.slice(1).toLowerCase()]),
]

/** `*` and `?` in what a person types mean themselves; the pattern has no way to say so, so any one character. */
const pattern = (word: string) => `*${word.replaceAll(/[*?]/g, '?')}*`

/**
 * Tasks whose name has the text, or whose subject was found by it: `subjects` are the instances of those records.
 */
export async function searchCondition(
  store: EngineStore,
  search: string,
  subjects: readonly number[],
): Promise<TaskCondition> {
  const instances = subjects.length === 0 ? [] : await withCalled(store, subjects)
  const named = spellings(search.trim()).map((word): TaskCondition[] => [
    { column: 'name', is: 'like', value: pattern(word) },
  ])
  const about: TaskCondition[][] =
    instances.length === 0 ? [] : [[{ column: 'instance', is: 'in', value: instances }]]
  return { anyOf: [...named, ...about] }
}

/** Tasks of any version of the process. */
export async function processCondition(store: EngineStore, processId: string): Promise<TaskCondition> {
  const versions = await store.find('processDefinitions', {
    where: [{ column: 'processId', is: '=', value: processId }],
    columns: ['key'],
  })
  return { column: 'definition', is: 'in', value: versions.map((row) => row.key) }
}

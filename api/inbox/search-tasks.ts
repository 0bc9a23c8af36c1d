import { fold, searchWords } from '../../db/records/search/fold.ts'
import type { ProcessGraph } from '../../engine/graph/process-graph.ts'
import type { Rows } from '../../engine/ports/rows.ts'
import type { Condition } from '../../engine/ports/store.ts'
import type { Definitions, Engine } from '../../engine/runtime/engine.ts'
import { elementTexts, type Named, processTexts } from '../presenters/definition-texts.ts'
import { withCalled } from '../records/instance-tree.ts'

type TaskCondition = Condition<Rows['tasks']>

/** Folded names of the user tasks of a process by their ids, each with the name of its process. */
const known = new WeakMap<ProcessGraph, ReadonlyMap<string, string>>()

/**
 * Tasks in whose name and whose process's name, in any language, every word occurs; or whose subject was found by them:
 * `subjects` are the instances of those records. Stores compare letter by letter, so the names are looked for in the
 * diagrams, which are few, and the tasks by their elements.
 */
export async function searchCondition(
  { store, definitions }: Pick<Engine, 'store' | 'definitions'>,
  search: string,
  subjects: readonly number[],
): Promise<TaskCondition> {
  const rows = await store.find('processDefinitions', { where: [], columns: ['key'] })
  const named = await Promise.all(rows.map(({ key }) => tasksNamed(definitions, key, searchWords(search))))
  const about = subjects.length === 0 ? [] : await withCalled(store, subjects)
  return { anyOf: [...named.flat(), [{ column: 'instance', is: 'in', value: about }]] }
}

async function tasksNamed(
  definitions: Definitions,
  definition: number,
  words: readonly string[],
): Promise<TaskCondition[][]> {
  const names = foldedNames(await definitions.graph(definition))
  const found = [...names].filter(([, name]) => words.every((word) => name.includes(word))).map(([id]) => id)
  if (words.length === 0 || found.length === 0) return []
  const ofThis: TaskCondition = { column: 'definition', is: '=', value: definition }
  return found.length === names.size
    ? [[ofThis]]
    : [[ofThis, { column: 'elementId', is: 'in', value: found }]]
}

function foldedNames(graph: ProcessGraph): ReadonlyMap<string, string> {
  const folded = known.get(graph) ?? foldNames(graph)
  known.set(graph, folded)
  return folded
}

function foldNames(graph: ProcessGraph): ReadonlyMap<string, string> {
  const process = textOf(processTexts(graph))
  const tasks = graph.elements.filter(({ type }) => type === 'userTask')
  return new Map(tasks.map((task) => [task.id, fold(`${textOf(elementTexts(task))} ${process}`)]))
}

const textOf = ({ name, names }: Named) => [name, ...Object.values(names)].join(' ')

/** Tasks of any version of the process. */
export async function processCondition(
  { store }: Pick<Engine, 'store'>,
  processId: string,
): Promise<TaskCondition> {
  const versions = await store.find('processDefinitions', {
    where: [{ column: 'processId', is: '=', value: processId }],
    columns: ['key'],
  })
  return { column: 'definition', is: 'in', value: versions.map((row) => row.key) }
}

import type { WorkFilter } from '../../db/inbox/inbox.ts'
import { fold, searchWords } from '../../db/records/search/fold.ts'
import type { ProcessGraph } from '../../engine/graph/process-graph.ts'
import type { Rows } from '../../engine/ports/rows.ts'
import type { Condition } from '../../engine/ports/store.ts'
import type { Definitions, Engine } from '../../engine/runtime/engine.ts'
import { elementTexts, type Named, processTexts } from '../presenters/definition-texts.ts'
import { withCalled } from '../records/instance-tree.ts'

type TaskCondition = Condition<Rows['tasks']>
type EnginePart = Pick<Engine, 'store' | 'definitions'>

export interface WorkSearch {
  /** Process id: tasks of any of its versions. */
  readonly process?: string | undefined
  readonly search?: string | undefined
}

/** Folded names of the user tasks of a process by their ids, each with the name of its process. */
const known = new WeakMap<ProcessGraph, ReadonlyMap<string, string>>()

/**
 * Which tasks are looked for: those of a process, and those in whose name and whose process's name, in any language,
 * every word occurs, or whose subject was found by them. Stores compare letter by letter, so the names are looked for in
 * the diagrams, which are few, and the tasks by their elements. Null when nothing is looked for.
 *
 * @param subjectsOf the instances of the records that a search finds
 */
export async function workFilter(
  engine: EnginePart,
  { process, search }: WorkSearch,
  subjectsOf: (search: string) => Promise<readonly number[]>,
): Promise<WorkFilter | null> {
  const words = search === undefined ? [] : searchWords(search)
  if (search === undefined || search.trim() === '')
    return process === undefined ? null : { elements: await versions(engine, process), instances: [] }
  const among = await versions(engine, process)
  const named = await Promise.all(among.map(({ definition }) => tasksNamed(engine, definition, words)))
  const subjects = await subjectsOf(search)
  const instances = subjects.length === 0 ? [] : await withCalled(engine.store, subjects)
  return {
    elements: named.flat(),
    instances: process === undefined ? instances : await ofDefinitions(engine, instances, among),
  }
}

/** The same as a condition on tasks. */
export const filterCondition = ({ elements, instances }: WorkFilter): TaskCondition => ({
  anyOf: [
    ...elements.map(({ definition, ids }): TaskCondition[] => [
      { column: 'definition', is: '=', value: definition },
      ...(ids === null ? [] : [{ column: 'elementId', is: 'in', value: ids } as const]),
    ]),
    [{ column: 'instance', is: 'in', value: instances }],
  ],
})

/** Every version of the process, or of every process. */
async function versions({ store }: EnginePart, process: string | undefined) {
  const rows = await store.find('processDefinitions', {
    where: process === undefined ? [] : [{ column: 'processId', is: '=', value: process }],
    columns: ['key'],
  })
  return rows.map(({ key }) => ({ definition: key, ids: null }))
}

async function ofDefinitions(
  { store }: EnginePart,
  instances: readonly number[],
  among: readonly { readonly definition: number }[],
): Promise<number[]> {
  if (instances.length === 0) return []
  const rows = await store.find('instances', {
    where: [
      { column: 'key', is: 'in', value: instances },
      { column: 'definition', is: 'in', value: among.map(({ definition }) => definition) },
    ],
    columns: ['key'],
  })
  return rows.map(({ key }) => key)
}

async function tasksNamed(
  { definitions }: { readonly definitions: Definitions },
  definition: number,
  words: readonly string[],
): Promise<WorkFilter['elements']> {
  const names = foldedNames(await definitions.graph(definition))
  const found = [...names].filter(([, name]) => words.every((word) => name.includes(word))).map(([id]) => id)
  if (words.length === 0 || found.length === 0) return []
  return [{ definition, ids: found.length === names.size ? null : found }]
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

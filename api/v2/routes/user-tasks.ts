import type { Rows } from '../../../engine/ports/rows.ts'
import type { Engine } from '../../../engine/runtime/engine.ts'
import {
  getUserTask,
  getUserTaskForm,
  searchUserTasks,
  searchUserTaskVariables,
} from '../../contract/v2/user-task-operations.ts'
import type { Route } from '../../http/route.ts'
import { loadTask } from '../../tasks/load-task.ts'
import { definitionsOf } from '../definitions-of.ts'
import type { V2Dependencies } from '../dependencies.ts'
import { findForm } from '../find-form.ts'
import { readHistory } from '../history/read-history.ts'
import { visibleRecords } from '../history/variable-records.ts'
import { keyText } from '../key.ts'
import { presentForm } from '../present/form.ts'
import { presentUserTask, type TaskForm } from '../present/user-task.ts'
import { searchTasks } from '../search/search-user-tasks.ts'
import { searchVariableRecords } from '../search/search-variables.ts'
import { serve } from '../serve.ts'

/** Reading user tasks. */
export function userTaskRoutes(dependencies: V2Dependencies): Route[] {
  const { engine } = dependencies
  const present = async (rows: readonly Rows['tasks'][]) => {
    const definitionOf = await definitionsOf(engine, rows)
    const formOf = formNames(engine)
    return Promise.all(rows.map(async (row) => presentUserTask(row, definitionOf(row), await formOf(row))))
  }
  return [
    serve(searchUserTasks, 'inbox.use', async ({ body, person }) => {
      const { items, page } = await searchTasks(engine, body, person)
      return { items: await present(items), page }
    }),
    serve(getUserTask, 'inbox.use', async ({ params, person }) => {
      const [task] = await present([await loadTask(dependencies, person, params.userTaskKey)])
      return task!
    }),
    serve(getUserTaskForm, 'inbox.use', async ({ params, person }) => {
      const row = await loadTask(dependencies, person, params.userTaskKey)
      const { definition, reference } = await formReferenceOf(engine, row)
      return presentForm(await findForm(engine.store, definition, reference), reference)
    }),
    serve(searchUserTaskVariables, 'inbox.use', async ({ params, body, query, person }) => {
      const row = await loadTask(dependencies, person, params.userTaskKey)
      const seen = visibleRecords(await readHistory(engine.store, row.instance), row.key)
      const { items, page } = searchVariableRecords(seen, body, query.truncateValues)
      return { items: [...items], page }
    }),
  ]
}

async function formReferenceOf(engine: Engine, row: Rows['tasks']) {
  const [definitionOf, graph] = await Promise.all([
    definitionsOf(engine, [row]),
    engine.definitions.graph(row.definition),
  ])
  const element = graph.elements[graph.indexOf.get(row.elementId) ?? -1]
  const reference = element?.type === 'userTask' ? element.userTask.form : null
  return { definition: definitionOf(row), reference }
}

/** Looks each form up once, however many tasks of the same element are shown. */
function formNames(engine: Engine): (row: Rows['tasks']) => Promise<TaskForm> {
  const known = new Map<string, Promise<TaskForm>>()
  return (row) => {
    const element = `${row.definition}/${row.elementId}`
    const name = known.get(element) ?? formNameOf(engine, row)
    known.set(element, name)
    return name
  }
}

async function formNameOf(engine: Engine, row: Rows['tasks']): Promise<TaskForm> {
  const { definition, reference } = await formReferenceOf(engine, row)
  if (reference?.kind === 'external') return { externalFormReference: reference.reference }
  const form = await findForm(engine.store, definition, reference)
  return form === undefined ? {} : { formKey: keyText(form.key) }
}

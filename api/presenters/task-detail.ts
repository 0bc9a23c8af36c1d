import { modelsOf } from '../../db/models/models-of.ts'
import type { Reading } from '../../db/records/reading.ts'
import { findRow } from '../../db/records/rows.ts'
import type { Rows } from '../../engine/ports/rows.ts'
import { initialValues, type JsonObject } from '../../forms/index.ts'
import type { Identity } from '../auth/identity.ts'
import type { TaskDetail } from '../contract/index.ts'
import { notFound } from '../http/api-problem.ts'
import type { Services } from '../services.ts'
import { outcomesOf, readTaskForm } from '../task-form/read-form.ts'
import { taskPermissions } from '../tasks/task-rights.ts'
import { elementById } from './definition-texts.ts'
import { visibleVariables } from './instance-state.ts'
import { localDocumentation } from './local-names.ts'
import { nextElements } from './next-elements.ts'
import { presentCard } from './record-card.ts'
import { time } from './shapes.ts'
import { recordLink } from './subjects.ts'
import { presentTasks } from './task-rows.ts'

/** Everything the task page shows. The caller has checked that this person may see the task. */
export async function presentTask(
  services: Services,
  person: Identity,
  task: Rows['tasks'],
): Promise<TaskDetail> {
  const { engine, reading } = services
  const [row] = await presentTasks(services, person, [task])
  const instance = await engine.store.get('instances', task.instance)
  const definition = await engine.definitions.row(task.definition)
  const graph = await engine.definitions.graph(task.definition)
  const element = elementById(graph, task.elementId)
  if (!row || !instance || !definition || element?.type !== 'userTask')
    throw notFound('task', String(task.key))
  const form = await readTaskForm(engine, element.userTask.form, definition.deployment)
  const variables = await visibleVariables(engine, instance, task.key)
  const draft = await readDraft(reading, person.id, task.key)
  const link = await recordLink(engine, graph, instance)
  const initial = form === null ? {} : initialValues(form.form, variables, person.timeZone)
  return {
    ...row,
    documentation: element.documentation,
    documentations: localDocumentation(element.properties),
    form: form?.schema ?? null,
    outcomes: outcomesOf(form, element.properties),
    variables,
    initial: { ...initial, ...draft?.values },
    draft,
    record: link === null ? null : await presentCard(services, link.id),
    permissions: await taskPermissions(services, person, task),
    next: nextElements(graph, element),
  }
}

async function readDraft(reading: Reading, userId: string, taskKey: number): Promise<TaskDetail['draft']> {
  const row = await findRow(reading, modelsOf(reading.sequelize).taskDraft, { where: { userId, taskKey } })
  if (row === null) return null
  return { values: JSON.parse(row.values) as JsonObject, savedAt: time(row.updatedAt) } // `PUT …/draft` wrote it
}

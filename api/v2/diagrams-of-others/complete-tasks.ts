import type { CamundaClient } from '@camunda8/orchestration-cluster-api'
import { AT_ONCE } from '../testing/deploy-diagrams.ts'
import type { Deed, Driving } from './deeds.ts'

type Task = Awaited<ReturnType<CamundaClient['searchUserTasks']>>['items'][number]

/** A field of a form as far as it must be filled in. */
interface Field {
  readonly key?: string
  readonly type: string
  readonly disabled?: boolean
}

const entries: Readonly<Record<string, unknown>> = {
  number: 1,
  checkbox: true,
  textfield: 'text',
  textarea: 'text',
}

/**
 * Hands every open task to somebody of staff, who completes it with an entry in each field of its form; a task whose form
 * is elsewhere is completed by the application that has it.
 */
export const completeTasks: Deed = async (driving) => {
  const { items } = await driving.designer.searchUserTasks({ filter: { state: 'CREATED' } }, AT_ONCE)
  for (const task of items) {
    const { userTaskKey, elementId } = task
    await driving.designer.assignUserTask({ userTaskKey, assignee: 'sara' })
    driving.deeds.push(`${elementId}: ${await completeOne(driving, task)}`)
  }
  return items.length > 0
}

async function completeOne({ designer, staff, way }: Driving, task: Task): Promise<string> {
  const { userTaskKey, elementId } = task
  const given = way.byApplication?.[elementId ?? '']
  if (given !== undefined) {
    await designer.completeUserTask({ userTaskKey, variables: given })
    return 'completed by an application'
  }
  const variables = { ...(await filledIn(staff, task)), ...way.entries?.[elementId ?? ''] }
  await staff.completeUserTask({ userTaskKey, variables })
  return 'completed by a person'
}

/** Nothing for a task without a form: this client takes the answer 204 for a broken one, so it is not asked. */
async function filledIn(
  staff: CamundaClient,
  { userTaskKey, formKey }: Task,
): Promise<Record<string, unknown>> {
  if (formKey === undefined) return {}
  const form = await staff.getUserTaskForm({ userTaskKey }, AT_ONCE)
  // The contract has a form's schema as any JSON; form-js keeps its fields there.
  const { components = [] } = (form?.schema ?? {}) as { components?: readonly Field[] }
  const fillable = components.filter(
    ({ key, type, disabled }) => key !== undefined && type in entries && !disabled,
  )
  return Object.fromEntries(fillable.map(({ key, type }) => [key, entries[type]]))
}

import { getUser } from '../../db/records/people/user.ts'
import type { Rows } from '../../engine/ports/rows.ts'
import type { Identity } from '../auth/identity.ts'
import { ApiProblem } from '../http/api-problem.ts'
import type { Services } from '../services.ts'
import { requireOtherEyes, requireTask } from '../tasks/task-rights.ts'

/**
 * Passes when this person may give the task to that one: taking an offered task is a claim, anything else is handing
 * it out. 400 `person_not_found` for somebody who could never do it.
 */
export async function requireAssignable(
  services: Services,
  person: Identity,
  task: Rows['tasks'],
  assignee: string,
): Promise<void> {
  if (assignee === person.id && task.assignee === null)
    return requireTask(services, person, 'task.claim', task)
  await requireTask(services, person, 'task.reassign', task)
  const target = await getUser(services.reading, assignee)
  if (target === null || target.disabled)
    throw new ApiProblem(400, 'person_not_found', `There is nobody called ${assignee} to give the task to.`)
  await requireOtherEyes(services, { id: target.id, roles: target.roles, groups: [] }, task)
}

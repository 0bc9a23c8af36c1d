import type { Rows } from '../../engine/ports/rows.ts'
import { decodeEvents } from '../../engine/state/event-codec.ts'
import { ApiProblem } from '../http/api-problem.ts'
import { time } from '../presenters/shapes.ts'
import type { Services } from '../services.ts'

type Task = Rows['tasks']
type Part = Pick<Services, 'engine' | 'directory'>

/** When the task got its assignee: the last assignment in the history, else its creation. */
async function assignedAt({ engine }: Part, task: Task): Promise<number> {
  const history = await engine.store.find('history', {
    where: [{ column: 'instance', is: '=', value: task.instance }],
    orderBy: [{ column: 'seq', descending: true }],
  })
  const assignment = history.find((row) =>
    decodeEvents(row.instance, row.events).some(
      (event) => event.type === 'taskAssigned' && event.key === task.key,
    ),
  )
  return assignment?.at ?? task.createdAt
}

const named = async ({ directory }: Part, person: string) =>
  (await directory.person(person)) ?? { id: person, name: person }

/** Somebody else has it: 409 that names who and since when. */
export async function alreadyAssigned(part: Part, task: Task): Promise<ApiProblem> {
  const by = await named(part, task.assignee ?? '')
  return new ApiProblem(409, 'task_already_assigned', `${by.name} has this task.`, {
    by,
    at: time(await assignedAt(part, task)),
  })
}

const inTransition = new ApiProblem(
  409,
  'task_in_transition',
  'Something is being checked about this task. Look at it again in a moment.',
)

/** Why nothing can be done with the task any more or just now, or null while it is open. */
export async function endedTask(part: Part, task: Task): Promise<ApiProblem | null> {
  if (task.state === 'CREATED') return task.transition === '' ? null : inTransition
  const at = time(task.endedAt ?? task.createdAt)
  if (task.state === 'CANCELED')
    return new ApiProblem(409, 'task_canceled', 'The process no longer needs this task.', { at })
  const by = await named(part, task.completedBy ?? '')
  return new ApiProblem(409, 'task_already_completed', `${by.name} has completed this task.`, { by, at })
}

import { noVariables } from '../../engine/json.ts'
import type { Identity } from '../auth/identity.ts'
import { ApiProblem } from '../http/api-problem.ts'
import { refusalProblem } from '../http/refusal-problem.ts'
import { answerOnce } from '../idempotency/answer-once.ts'
import type { Repeatable } from '../idempotency/kept-answer.ts'
import { may } from '../policies/may.ts'
import { requireMay } from '../policies/require.ts'
import { taskFacts } from '../policies/task-facts.ts'
import type { Services } from '../services.ts'
import { loadOffer } from './load-offer.ts'
import type { OpenOffer } from './open-offer.ts'

/** What a beginning leads to; kept as the answer of a repeatable call. */
export interface Begun {
  readonly instance: number
  /** A task of the activity that the person may do now; 0 for none. */
  readonly task: number
}

/** Begins one activity of an ad-hoc sub-process. The same call sent again begins nothing more. */
export const beginActivity = (
  services: Services,
  person: Identity,
  key: string,
  elementId: string,
  call: Repeatable | null,
): Promise<Begun> =>
  answerOnce<Begun>(services, call, async (hooks) => {
    const offer = await loadOffer(services, person, key)
    const activity = activityOf(offer, elementId)
    requireMay(person, 'offer.begin', activity.facts)
    const { instance } = offer.row
    let begun: Begun = { instance, task: 0 }
    const done = await services.engine.execute(
      instance,
      {
        type: 'activateAdHoc',
        key: offer.row.key,
        elements: [activity.element.index],
        variables: noVariables(),
      },
      {
        by: person.id,
        before: hooks.before,
        async after(tx) {
          begun = { instance, task: await newestTask(tx, person, instance, elementId) }
          hooks.keep(tx, begun)
        },
      },
    )
    if (!done.ok) throw refusalProblem(done.error)
    return begun
  })

function activityOf({ activities, element }: OpenOffer, elementId: string) {
  const activity = activities.find((one) => one.element.id === elementId)
  if (activity !== undefined) return activity
  const ids = activities.map((one) => `'${one.element.id}'`).join(', ')
  throw new ApiProblem(
    409,
    'ad_hoc_not_allowed',
    `'${elementId}' is nothing that is begun in '${element.id}'. These are: ${ids}.`,
  )
}

type Reader = Pick<Services['engine']['store'], 'find'>

async function newestTask(
  reader: Reader,
  person: Identity,
  instance: number,
  elementId: string,
): Promise<number> {
  const [task] = await reader.find('tasks', {
    where: [
      { column: 'instance', is: '=', value: instance },
      { column: 'elementId', is: '=', value: elementId },
      { column: 'state', is: '=', value: 'CREATED' },
    ],
    orderBy: [{ column: 'key', descending: true }],
    limit: 1,
  })
  return task !== undefined && may(person, 'task.complete', taskFacts(task)) ? task.key : 0
}

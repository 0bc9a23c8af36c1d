import type { Identity } from '../auth/identity.ts'
import { ApiProblem } from '../http/api-problem.ts'
import { refusalProblem } from '../http/refusal-problem.ts'
import { may } from '../policies/may.ts'
import { requireMay } from '../policies/require.ts'
import type { Services } from '../services.ts'
import { loadOffer } from './load-offer.ts'
import type { OpenOffer } from './open-offer.ts'

/** Whether people say that its work is done: it has neither a condition that says it nor activities that begin by themselves. [AH3] [AH4] */
export const endsByPeople = ({ element }: OpenOffer): boolean =>
  element.completionCondition === null && element.activeElements === null

/** Whoever may begin something in it may say that all is done. */
export const mayFinish = (person: Identity, { activities }: OpenOffer): boolean =>
  activities.some(({ facts }) => may(person, 'offer.begin', facts))

/** Ends an ad-hoc sub-process that ends by people. */
export async function finishOffer(services: Services, person: Identity, key: string): Promise<void> {
  const offer = await loadOffer(services, person, key)
  if (!endsByPeople(offer))
    throw new ApiProblem(
      409,
      'ad_hoc_not_allowed',
      `'${offer.element.id}' ends as its diagram says, not because somebody says so.`,
    )
  if (!mayFinish(person, offer)) requireMay(person, 'task.assign')
  const { instance, key: at } = offer.row
  const done = await services.engine.execute(instance, { type: 'completeAdHoc', key: at }, { by: person.id })
  if (!done.ok) throw refusalProblem(done.error)
}

import { noVariables } from '../../../engine/json.ts'
import type { Identity } from '../../auth/identity.ts'
import { activateAdHocSubProcessActivities } from '../../contract/v2/ad-hoc-activities.ts'
import { ApiProblem } from '../../http/api-problem.ts'
import type { Route } from '../../http/route.ts'
import { loadOffer } from '../../offers/load-offer.ts'
import type { OpenOffer } from '../../offers/open-offer.ts'
import { may } from '../../policies/may.ts'
import { requireMay } from '../../policies/require.ts'
import type { V2Dependencies } from '../dependencies.ts'
import { done } from '../done.ts'
import { givenVariables } from '../given-variables.ts'
import { serve } from '../serve.ts'

/** Whoever may change instances begins what they like, with variables; everybody else what is offered to them, without. */
export const activateAdHocRoute = (dependencies: V2Dependencies): Route =>
  serve(activateAdHocSubProcessActivities, 'inbox.use', async ({ params, body, person }) => {
    const offer = await loadOffer(dependencies, person, params.adHocSubProcessInstanceKey)
    const { elements, cancelRemainingInstances } = body
    const begun = elements.map(({ elementId }) => activityOf(offer, elementId))
    const gives = elements.some(({ variables }) => Object.keys(variables ?? {}).length > 0)
    requireBegin(person, begun, gives || cancelRemainingInstances)
    const command = {
      type: 'activateAdHoc',
      key: offer.row.key,
      elements: begun.map(({ element }) => element.index),
      variables: noVariables(),
      own: elements.map(({ variables }) => givenVariables(variables)),
      cancelRemaining: cancelRemainingInstances,
    } as const
    done(await dependencies.engine.execute(offer.row.instance, command, { by: person.id }))
    return undefined
  })

type Activity = OpenOffer['activities'][number]

function requireBegin(person: Identity, begun: readonly Activity[], isChange: boolean): void {
  if (may(person, 'instance.change')) return
  if (isChange) requireMay(person, 'instance.change')
  for (const { facts } of begun) requireMay(person, 'offer.begin', facts)
}

/** The contract answers 400 for what is not offered. */
function activityOf({ activities, element }: OpenOffer, elementId: string): Activity {
  const activity = activities.find((one) => one.element.id === elementId)
  if (activity !== undefined) return activity
  const ids = activities.map((one) => `'${one.element.id}'`).join(', ')
  throw new ApiProblem(
    400,
    'ad_hoc_not_allowed',
    `'${elementId}' is nothing that is begun in '${element.id}'. These are: ${ids}.`,
  )
}

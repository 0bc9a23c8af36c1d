import type { Identity } from '../auth/identity.ts'
import type { Offer } from '../contract/index.ts'
import { endsByPeople, mayFinish } from '../offers/finish-offer.ts'
import type { OpenOffer } from '../offers/open-offer.ts'
import { may } from '../policies/may.ts'
import type { Services } from '../services.ts'
import { elementTexts, processTexts } from './definition-texts.ts'
import { keyText, time } from './shapes.ts'
import { subjectsOf } from './subjects.ts'

/** Offers as this person sees them: with what they may begin. Those in which they may do nothing are left out. */
export async function presentOffers(
  services: Services,
  person: Identity,
  offers: readonly OpenOffer[],
): Promise<Offer[]> {
  const subjects = await subjectsOf(
    services,
    offers.map(({ row }) => row.instance),
  )
  return offers
    .filter((offer) => mayFinish(person, offer))
    .map((offer) => ({ ...presentOffer(person, offer), subject: subjects.get(offer.row.instance) ?? null }))
}

function presentOffer(person: Identity, offer: OpenOffer): Omit<Offer, 'subject'> {
  const { row, graph, element, at, activities } = offer
  const process = processTexts(graph)
  return {
    key: keyText(row.key),
    elementId: element.id,
    ...elementTexts(element),
    instanceKey: keyText(row.instance),
    processId: graph.processId,
    processName: process.name,
    processNames: process.names,
    createdAt: time(row.createdAt),
    activities: activities
      .filter(({ facts }) => may(person, 'offer.begin', facts))
      .map((one) => ({
        elementId: one.element.id,
        ...elementTexts(one.element),
        type: one.element.type,
        now: one.now,
      })),
    active: at.children,
    finish: endsByPeople(offer),
    withdraws: element.cancelRemaining,
    rev: row.revision,
  }
}

import type { Identity } from '../auth/identity.ts'
import { notFound } from '../http/api-problem.ts'
import { loadInstance } from '../instances/load-instance.ts'
import { keyNumber } from '../presenters/shapes.ts'
import type { Services } from '../services.ts'
import { type OpenOffer, openOffers } from './open-offer.ts'

/** The offer if it is open and the person may see its instance; else 404 `ad_hoc_not_found`. */
export async function loadOffer(services: Services, person: Identity, key: string): Promise<OpenOffer> {
  const { engine } = services
  const row = await engine.store.get('offers', keyNumber(key))
  const [offer] = row === undefined ? [] : await openOffers(engine, [row])
  if (offer === undefined || (await loadInstance(services, person, offer.row.instance)) === undefined)
    throw notFound('ad_hoc', key)
  return offer
}

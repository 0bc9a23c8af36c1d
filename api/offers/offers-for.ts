import type { Rows } from '../../engine/ports/rows.ts'
import type { Condition } from '../../engine/ports/store.ts'
import type { Actor } from '../policies/may.ts'
import { isNamed } from '../policies/offer-facts.ts'
import { type OfferReader, type OpenOffer, openOffers } from './open-offer.ts'
import { type PlacesOfVersion, placesFor } from './places-for.ts'

type OfferCondition = Condition<Rows['offers']>
type Person = Pick<Actor, 'id' | 'groups'>

/** Of those whose diagram names people by an expression, so many are asked one by one. */
const ASKED = 2_000

interface Wanted {
  readonly limit: number
  readonly newestFirst: boolean
}

export interface OffersFound {
  readonly rows: readonly Rows['offers'][]
  /** Exact where diagrams name people by name; of the rest, those that were looked at. */
  readonly total: number
}

/**
 * Where activities are offered to this person by name or group. What a diagram says of itself is asked of the database by an
 * index, however many instances wait; where an expression names people, the first 2,000 are computed.
 */
export async function offersFor(engine: OfferReader, person: Person, wanted: Wanted): Promise<OffersFound> {
  const places = await placesFor(engine, person)
  const [certain, possible] = await Promise.all([
    certainOffers(engine, atAnyOf(places, 'certain'), wanted),
    possibleOffers(engine, person, atAnyOf(places, 'possible'), wanted),
  ])
  const rows = [...certain.rows, ...possible].sort((a, b) =>
    wanted.newestFirst ? b.key - a.key : a.key - b.key,
  )
  return { rows: rows.slice(0, wanted.limit), total: certain.total + possible.length }
}

const atAnyOf = (places: readonly PlacesOfVersion[], which: 'certain' | 'possible'): OfferCondition[][] =>
  places
    .filter((place) => place[which].length > 0)
    .map((place) => [
      { column: 'definition', is: '=', value: place.definition },
      { column: 'elementId', is: 'in', value: place[which] },
    ])

const inOrder = ({ newestFirst }: Wanted) => [{ column: 'key', descending: newestFirst }] as const

async function certainOffers(
  { store }: OfferReader,
  places: readonly OfferCondition[][],
  wanted: Wanted,
): Promise<OffersFound> {
  if (places.length === 0) return { rows: [], total: 0 }
  const where: OfferCondition[] = [{ anyOf: places }]
  const [rows, total] = await Promise.all([
    store.find('offers', { where, orderBy: inOrder(wanted), limit: wanted.limit }),
    store.count('offers', where),
  ])
  return { rows, total }
}

async function possibleOffers(
  engine: OfferReader,
  person: Person,
  places: readonly OfferCondition[][],
  wanted: Wanted,
): Promise<Rows['offers'][]> {
  if (places.length === 0) return []
  const query = { where: [{ anyOf: places }], orderBy: inOrder(wanted), limit: ASKED }
  const offers = await openOffers(engine, await engine.store.find('offers', query))
  return offers.filter((offer) => isFor(offer, person)).map(({ row }) => row)
}

/** Does one of its activities name the person? */
const isFor = ({ activities }: OpenOffer, person: Person): boolean =>
  activities.some(({ facts: { named } }) => named !== null && isNamed(person, named))

import type { ItemLine } from '../records/opportunity/item-line.ts'
import { type DemoParty, demoParties } from './demo-parties.ts'
import { demoSellers } from './demo-people.ts'
import { type DemoProduct, demoProducts } from './demo-products.ts'
import { stepsTo } from './demo-steps.ts'
import type { DemoEnding, DemoOpportunity } from './demo-story.ts'
import { SeededRandom } from './seeded-random.ts'
import { officeTime } from './working-clock.ts'

/** How many deals end how, and how old (in days) they are. */
const endings: readonly {
  readonly ending: DemoEnding
  readonly count: number
  readonly age: readonly [number, number]
}[] = [
  { ending: 'won', count: 14, age: [40, 240] },
  { ending: 'quoted', count: 10, age: [12, 30] },
  { ending: 'negotiating', count: 10, age: [1, 20] },
  { ending: 'in-approval', count: 9, age: [5, 12] },
  { ending: 'lost', count: 7, age: [40, 200] },
  { ending: 'partly-won', count: 3, age: [40, 180] },
  { ending: 'returned', count: 3, age: [7, 14] },
  { ending: 'rejected', count: 2, age: [30, 90] },
  { ending: 'given-up', count: 1, age: [60, 90] },
  { ending: 'cancelled', count: 1, age: [50, 90] },
]

/** The deals of the demo company, oldest first: always the same, dated relative to `now` (epoch milliseconds). */
export function demoOpportunities(now: number): DemoOpportunity[] {
  const random = new SeededRandom(23)
  const customers = demoParties().filter(({ values }) => values.kinds.includes('customer'))
  const products = demoProducts()
  const plans = endings.flatMap(({ ending, count, age }) =>
    Array.from({ length: count }, () => ({ ending, age })),
  )
  return plans
    .map(({ ending, age: [youngest, oldest] }, index) => {
      const startedAt = officeTime(random, now, random.between(youngest, oldest))
      const head = headOf(random, customers, index)
      const lines = linesOf(random, products, ending === 'partly-won' ? 2 : 1)
      const steps = stepsTo(random, { ending, startedAt, now, by: head.ownerId, lines })
      return { ...head, ending, startedAt, steps }
    })
    .toSorted((a, b) => a.startedAt - b.startedAt)
    .map((deal, index) => ({ key: `demo-${String(index + 1).padStart(2, '0')}`, ...deal }))
}

const occasions = [
  'Pump station',
  'Plant extension',
  'Spare parts',
  'Yearly supply',
  'Line retrofit',
  'Pilot plant',
] as const

function headOf(random: SeededRandom, customers: readonly DemoParty[], index: number) {
  const party = random.pick(customers)
  return {
    title: random.pick(occasions),
    partyId: party.id,
    contactId: random.pick(party.contacts).id,
    type: random.chance(0.8) ? 'goods' : 'project',
    // Sara, whom visitors sign in as, has the most deals.
    ownerId: index % 3 === 0 ? 'sara' : random.pick(demoSellers),
    currency: 'EUR',
  }
}

function linesOf(random: SeededRandom, products: readonly DemoProduct[], fewest: number): ItemLine[] {
  return Array.from({ length: random.between(fewest, 4) }, () => {
    const product = random.pick(products)
    const quantity = product.values.unit === 'pcs' ? random.between(1, 24) : random.between(4, 400) / 2
    const discount = random.pick([0, 0, 0, 200, 500, 500, 800, 1200, 1800])
    return { productId: product.id, quantity: String(quantity), price: product.price, discount }
  })
}

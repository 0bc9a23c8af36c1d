import type { ProductMode, ProductValues } from '../records/product/product.ts'
import { SeededRandom } from './seeded-random.ts'

export interface DemoProduct {
  readonly id: number
  readonly values: ProductValues
  /** Standard cost and base price of one unit, decimal text in EUR. */
  readonly cost: string
  readonly price: string
  /** The base price of the last quarter, where it has changed. */
  readonly laterPrice: string | null
}

interface Family {
  readonly prefix: string
  readonly category: string
  readonly name: string
  readonly unit: string
  readonly mode: ProductMode
  /** Cents of the smallest one. */
  readonly from: number
}

const families: readonly Family[] = [
  {
    prefix: 'PU',
    category: 'Pumps',
    name: 'Centrifugal pump',
    unit: 'pcs',
    mode: 'production',
    from: 42_000,
  },
  { prefix: 'VA', category: 'Valves', name: 'Ball valve', unit: 'pcs', mode: 'purchase', from: 3_800 },
  { prefix: 'SE', category: 'Sensors', name: 'Pressure sensor', unit: 'pcs', mode: 'supply', from: 9_500 },
  { prefix: 'CA', category: 'Cables', name: 'Control cable', unit: 'm', mode: 'purchase', from: 210 },
  { prefix: 'MO', category: 'Motors', name: 'Induction motor', unit: 'pcs', mode: 'purchase', from: 31_000 },
  { prefix: 'FI', category: 'Filters', name: 'Water filter', unit: 'pcs', mode: 'production', from: 1_450 },
  {
    prefix: 'CP',
    category: 'Control panels',
    name: 'Control panel',
    unit: 'pcs',
    mode: 'production',
    from: 88_000,
  },
  { prefix: 'SV', category: 'Services', name: 'Commissioning', unit: 'h', mode: 'supply', from: 7_500 },
]
const perFamily = 15

/** The products with their prices, always the same. Ids count from 1. */
export function demoProducts(): DemoProduct[] {
  const random = new SeededRandom(11)
  return families.flatMap((family, row) =>
    Array.from({ length: perFamily }, (_, step) =>
      productOf(random, family, row * perFamily + step + 1, step),
    ),
  )
}

function productOf(random: SeededRandom, family: Family, id: number, step: number): DemoProduct {
  const { prefix, category, unit, mode, from } = family
  const price = Math.round(from * (1 + step * 0.35)) + random.between(0, 9) * 10
  const size = (step + 1) * 10
  return {
    id,
    values: {
      code: `${prefix}-${1000 + size}`,
      name: `${family.name} ${prefix} ${size}`,
      category,
      unit,
      mode,
    },
    cost: euros(Math.round(price * (0.55 + random.next() * 0.2))),
    price: euros(price),
    laterPrice: random.chance(0.33) ? euros(Math.round(price * 1.04)) : null,
  }
}

const euros = (cents: number): string => `${Math.trunc(cents / 100)}.${String(cents % 100).padStart(2, '0')}`

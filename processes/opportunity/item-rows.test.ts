import type { OpportunityItem } from '../../db/records/opportunity/opportunity.ts'
import { type ItemRow, itemRow, linesOf } from './item-rows.ts'

const item: OpportunityItem = {
  ...{ id: 7, version: 1, position: 1, productId: 3, description: 'Pump, painted red', quantity: '2' },
  ...{ unit: 'pcs', price: '10.50', discount: 250, amount: '20.48', status: 'draft' },
  ...{ promisedAt: 99, orderedAt: null, lostReasonId: null },
}
const row = (more: object): ItemRow =>
  itemRow.parse({
    product: '3',
    quantity: '2',
    unit: 'pcs',
    price: { amount: '10.50', currency: 'EUR' },
    ...more,
  })

test.each([
  ['percent become basis points', { discount: 12.34 }, { discount: 1234 }],
  ['a discount that floats can’t hold is rounded to a basis point', { discount: 0.29 }, { discount: 29 }],
  ['no discount is none', { discount: null }, { discount: 0 }],
  ['a new row takes its words from the product', {}, { description: null, promisedAt: null }],
  [
    'an item keeps what the grid does not show',
    { id: '7' },
    { id: 7, description: 'Pump, painted red', promisedAt: 99 },
  ],
  [
    'but not when it is another product now',
    { id: '7', product: '4' },
    { id: 7, productId: 4, description: null },
  ],
  ['an empty unit is the product’s', { unit: '' }, { unit: null }],
])('%s', (_rule, given, expected) => {
  expect(linesOf([row(given)], { items: [item] })).toMatchObject([expected])
})

test('a row without price or quantity is none', () => {
  expect(itemRow.safeParse({ product: '3', quantity: '2' }).success).toBe(false)
  expect(itemRow.safeParse({ product: '3', price: { amount: '1', currency: 'EUR' } }).success).toBe(false)
})

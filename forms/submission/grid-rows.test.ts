import { expectWithin } from '../../engine/testing/expect-within.ts'
import { answer, formOf } from '../testing/form-of.ts'
import type { JsonObject } from '../values/json-value.ts'

const quantity = { type: 'number', key: 'quantity', validate: { required: true, min: 1 } }
const price = { type: 'number', key: 'price', readonly: true, defaultValue: 0 }
const grid = (more: object, ...components: object[]) =>
  formOf({ type: 'dynamiclist', path: 'items', components, ...more })
const keyed = grid({ properties: { kind: 'grid', rowKey: 'id' } }, quantity, price)
const fixed = grid({ allowAddRemove: false }, quantity, price)
const current: JsonObject = {
  items: [
    { id: 1, quantity: 1, price: 10, margin: 3 },
    { id: 2, quantity: 1, price: 20 },
  ],
}

test('each cell is checked in its row', () => {
  const rows = [{ quantity: '۵' }, { quantity: 0 }, {}, { quantity: 'x' }]
  expect(answer(grid({}, quantity), { items: rows })).toEqual([
    'items[1].quantity: too_small',
    'items[2].quantity: required',
    'items[3].quantity: not_a_number',
  ])
  expect(answer(grid({}, quantity), { items: [{ quantity: '۵' }] })).toEqual({ items: [{ quantity: 5 }] })
})

test('read-only cells stay with their row when rows are removed, added and moved', () => {
  const items = [
    { id: 2, quantity: 7, price: 0 },
    { quantity: 3, price: 99 },
    { id: 1, quantity: 8 },
  ]
  expect(answer(keyed, { items }, { current })).toEqual({
    items: [
      { id: 2, quantity: 7, price: 20 },
      { quantity: 3, price: 0 },
      { id: 1, quantity: 8, price: 10, margin: 3 },
    ],
  })
})

test('row keys that are foreign or used twice are refused', () => {
  const items = [
    { id: 9, quantity: 1 },
    { id: 1, quantity: 1 },
    { id: 1, quantity: 1 },
    { id: {}, quantity: 1 },
  ]
  expect(answer(keyed, { items }, { current })).toEqual([
    'items[0].id: unknown_row',
    'items[2].id: duplicate_row',
    'items[3].id: unknown_row',
  ])
})

test('fixed rows are matched by position and neither added nor removed', () => {
  const items = [{ quantity: 2 }, { quantity: 3, price: 1 }]
  expect(answer(fixed, { items }, { current })).toEqual({
    items: [
      { id: 1, quantity: 2, price: 10, margin: 3 },
      { id: 2, quantity: 3, price: 20 },
    ],
  })
  expect(answer(fixed, { items: [{ quantity: 2 }] }, { current })).toEqual(['items: rows_fixed'])
})

test('hidden cells are left out of their row', () => {
  const why = { type: 'textfield', key: 'why', conditional: { hide: '=quantity < 10' } }
  const items = [
    { quantity: 5, why: 'x' },
    { quantity: 50, why: 'y' },
  ]
  expect(answer(grid({}, quantity, why), { items })).toEqual({
    items: [{ quantity: 5 }, { quantity: 50, why: 'y' }],
  })
})

test('a read-only grid is not stored', () => {
  const readOnly = grid({ readonly: true }, quantity)
  expect(answer(readOnly, { items: [{ quantity: 99 }] }, { current })).toEqual({})
})

test.each<[string, object, unknown, string]>([
  ['text for rows', {}, 'x', 'items: not_rows'],
  ['a row that is none', {}, [5], 'items[0]: not_a_row'],
  ['too few', { properties: { minRows: '1' } }, [], 'items: too_few_rows'],
  ['too many', { properties: { maxRows: '1' } }, [{}, {}], 'items: too_many_rows'],
  [
    'a giant list (before its cells are looked at)',
    {},
    new Array(1_001).fill({ a: 5 }),
    'items: too_many_rows',
  ],
  ['none though required', { validate: { required: true } }, [], 'items: required'],
])('%s is refused', (_name, more, items, expected) => {
  expect(answer(grid(more, { type: 'textfield', key: 'a' }), { items })).toEqual([expected])
})

test('a thousand rows with rules are checked in good time', () => {
  const why = { type: 'textfield', key: 'why', conditional: { hide: '=quantity < 10' } }
  const items = Array.from({ length: 1_000 }, (_, index) => ({ quantity: index + 1, why: '' }))
  const started = performance.now()
  expect(answer(grid({}, quantity, why), { items })).toMatchObject({ items: { length: 1_000 } })
  expectWithin(performance.now() - started, 2_000)
})

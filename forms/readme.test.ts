import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { initialValues } from './initial-values.ts'
import { parseForm } from './schema/parse-form.ts'
import { answer } from './testing/form-of.ts'

const readme = readFileSync(join(import.meta.dirname, 'README.md'), 'utf8')
const [, json = ''] = /```json\n([\s\S]*?)```/.exec(readme) ?? []
const parsed = parseForm(JSON.parse(json))
if (!parsed.ok) throw new Error(JSON.stringify(parsed.error))
const form = parsed.value
const current = { customerName: 'Ali', maximumDiscount: 20, items: [{ id: 1, product: 'P1', stock: 40 }] }
const row = { id: 1, product: 'P1', quantity: '۳', price: '۱٬۲۰۰' }

test('the form of the README is filled from its variables to its outcome', () => {
  expect(initialValues(form, current)).toMatchObject({
    currency: 'EUR',
    items: [{ id: 1, stock: 40, price: null }],
  })
  const sent = { customer: 'C9', items: [row, { product: 'P2', quantity: 1 }], validUntil: '2026-04-01' }
  expect(answer(form, sent, { current, outcome: 'send' })).toEqual({
    customer: 'C9',
    currency: 'EUR',
    items: [
      { id: 1, product: 'P1', quantity: 3, price: { amount: '1200.00', currency: 'EUR' }, stock: 40 },
      { product: 'P2', quantity: 1, price: null, stock: null },
    ],
    discounted: false,
    validUntil: '2026-04-01',
    reason: '',
  })
})

test('and refused with every error of its rules', () => {
  const sent = { items: [{ ...row, quantity: 0 }], discounted: true, discount: { percent: 25 } }
  expect(answer(form, sent, { current, outcome: 'lost' })).toEqual([
    'customer: required',
    'items[0].quantity: too_small',
    'discount.percent: too_large',
    'discount.why: required',
    'reason: required',
  ])
})

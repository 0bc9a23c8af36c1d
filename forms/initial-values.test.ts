import fc from 'fast-check'
import { initialValues } from './initial-values.ts'
import { readSubmission } from './submission/read-submission.ts'
import { formOf, moment } from './testing/form-of.ts'
import type { JsonObject } from './values/json-value.ts'

const values = [{ value: 'red' }, { value: 'blue' }]
const form = formOf(
  { type: 'textfield', key: 'title', defaultValue: 'new' },
  { type: 'textarea', key: 'customer.note' },
  { type: 'number', key: 'count', defaultValue: 1 },
  { type: 'number', key: 'weight', serializeToString: true },
  { type: 'number', key: 'budget', properties: { kind: 'money', currencyKey: 'currency' } },
  { type: 'select', key: 'currency', values: [{ value: 'EUR' }, { value: 'JPY' }], defaultValue: 'EUR' },
  { type: 'datetime', key: 'due', subtype: 'date' },
  { type: 'datetime', key: 'at', subtype: 'datetime' },
  { type: 'radio', key: 'colour', values },
  { type: 'checklist', key: 'colours', values, conditional: { hide: '=colour = "red"' } },
  { type: 'checkbox', key: 'agreed' },
  { type: 'select', key: 'party', properties: { kind: 'lookup', record: 'party' } },
  {
    type: 'dynamiclist',
    path: 'items',
    properties: { kind: 'grid' },
    components: [
      { type: 'number', key: 'quantity' },
      { type: 'textfield', key: 'why', conditional: { hide: '=quantity > 5' } },
    ],
  },
)

test('a new form starts with defaults, else empty', () => {
  expect(initialValues(form, {})).toEqual({
    title: 'new',
    customer: { note: '' },
    count: 1,
    weight: null,
    budget: null,
    currency: 'EUR',
    due: null,
    at: null,
    colour: null,
    colours: [],
    agreed: false,
    party: null,
    items: [],
  })
})

test('variables come before defaults, in the shape of their field; others are empty', () => {
  const variables = {
    title: 7,
    count: '12',
    budget: '5',
    currency: 'JPY',
    colours: 'red',
    customer: 3,
    unknown: 1,
  }
  expect(initialValues(form, variables)).toMatchObject({
    title: '7',
    count: 12,
    budget: { amount: '5', currency: 'JPY' },
    colours: [],
    customer: { note: '' },
  })
  expect(initialValues(form, { title: null, count: {} })).toMatchObject({ title: '', count: null })
  expect(initialValues(form, variables)).not.toHaveProperty('unknown')
})

test('rows start with their cells and their row key, new rows as many as the form says', () => {
  const rows = formOf({
    type: 'dynamiclist',
    path: 'items',
    defaultRepetitions: 2,
    properties: { rowKey: 'id' },
    components: [{ type: 'number', key: 'quantity', defaultValue: 1 }],
  })
  expect(initialValues(rows, {})).toEqual({ items: [{ quantity: 1 }, { quantity: 1 }] })
  expect(initialValues(rows, { items: [{ id: 'a', quantity: 3, cost: 9 }, 'x'] })).toEqual({
    items: [{ id: 'a', quantity: 3 }, { quantity: 1 }],
  })
})

test('a name that every object inherits is a variable only where somebody set it', () => {
  const inherited = formOf({ type: 'textfield', key: 'valueOf', defaultValue: 'preset' })
  expect(initialValues(inherited, {})).toEqual({ valueOf: 'preset' })
})

const digits = fc.constantFrom('0', '5', '1234', '۱۲٫۵', '-3.25', '', null)
const submission = fc.record(
  {
    title: fc.string(),
    customer: fc.record({ note: fc.string({ unit: 'binary' }) }, { requiredKeys: [] }),
    count: fc.oneof(fc.integer(), digits),
    weight: digits,
    budget: fc.oneof(digits, fc.record({ amount: digits, currency: fc.constantFrom('EUR', 'JPY') })),
    currency: fc.constantFrom('EUR', 'JPY'),
    due: fc.constantFrom(null, '2026-03-01', '۲۰۲۶/۱/۲'),
    at: fc.constantFrom(null, '2026-03-01T09:30', '2026-07-01T09:30:00Z'),
    colour: fc.constantFrom(null, 'red', 'blue'),
    colours: fc.constantFrom([], ['red'], ['blue', 'red']),
    agreed: fc.boolean(),
    party: fc.constantFrom(null, 'P1', 7),
    items: fc.array(fc.record({ quantity: digits, why: fc.string() }, { requiredKeys: [] }), {
      maxLength: 4,
    }),
  },
  { requiredKeys: [] },
)

test('an accepted submission, shown again and sent unchanged, is accepted and stores the same', () => {
  let accepted = 0
  fc.assert(
    fc.property(submission, (submitted) => {
      const first = readSubmission(form, submitted, moment)
      if (!first.ok) return
      accepted += 1
      const current: JsonObject = first.value.variables
      const again = readSubmission(form, initialValues(form, current), { ...moment, current })
      expect(again.ok && again.value.variables).toEqual(current)
    }),
    { numRuns: 500 },
  )
  expect(accepted).toBeGreaterThan(50)
})

test('anything at all is answered, never thrown at', () => {
  const keys = fc.constantFrom(...Object.keys(initialValues(form, {})), '__proto__', 'constructor', 'x')
  fc.assert(
    fc.property(fc.dictionary(keys, fc.anything()), fc.anything(), (submitted, other) => {
      for (const hostile of [submitted, other, { items: [submitted, other] }]) {
        const read = readSubmission(form, hostile, moment)
        if (!read.ok) expect(read.error.length).toBeGreaterThan(0)
      }
    }),
    { numRuns: 500 },
  )
})

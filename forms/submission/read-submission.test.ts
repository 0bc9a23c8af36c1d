import { answer, formOf, moment } from '../testing/form-of.ts'
import { readSubmission } from './read-submission.ts'

const text = (key: string, more: object = {}) => ({ type: 'textfield', key, ...more })
const button = (outcome: string, more: object = {}) => ({ type: 'button', properties: { outcome, ...more } })

test('what the form does not know is refused, at every level', () => {
  const form = formOf(text('a'), text('b.c'), { type: 'dynamiclist', path: 'items', components: [text('d')] })
  expect(answer(form, { a: '', z: 1, b: { y: 1 }, items: [{ d: 'x', w: 1 }] })).toEqual([
    'z: unknown_field',
    'b.y: unknown_field',
    'items[0].w: unknown_field',
  ])
  expect(answer(form, { b: 5 })).toEqual(['b: not_an_object'])
})

test('names that reach the prototype are refused', () => {
  const form = formOf(text('a'), { type: 'dynamiclist', path: 'items', components: [text('d')] })
  const hostile: unknown = JSON.parse('{"__proto__":{"a":1},"constructor":{},"items":[{"prototype":1}]}')
  expect(answer(form, hostile)).toEqual([
    '__proto__: dangerous_name',
    'constructor: dangerous_name',
    'items[0].prototype: dangerous_name',
  ])
})

test.each([null, 'text', 5, [], undefined])('%j is no submission', (submitted) => {
  expect(answer(formOf(text('a')), submitted)).toEqual([': not_an_object'])
})

test('a value nested 100,000 deep is refused like any other wrong type', () => {
  const deep: unknown = JSON.parse('['.repeat(100_000) + ']'.repeat(100_000))
  const form = formOf(text('a'), { type: 'dynamiclist', path: 'items', components: [text('b')] })
  expect(answer(form, { a: deep, items: [{ b: deep }] })).toEqual(['a: not_text', 'items[0].b: not_text'])
})

test('thousands of errors are answered with the first two hundred', () => {
  const many = Object.fromEntries(Array.from({ length: 5_000 }, (_, index) => [`x${index}`, 1]))
  expect(answer(formOf(text('a')), many)).toHaveLength(200)
})

test('hidden and read-only fields are not stored, whatever was sent for them', () => {
  const form = formOf(
    text('kind'),
    text('hidden', { conditional: { hide: '=kind != "other"' }, validate: { required: true } }),
    text('fixed', { readonly: true }),
  )
  const submitted = { kind: 'part', hidden: 'x', fixed: 'changed' }
  expect(answer(form, submitted, { current: { fixed: 'as it was' } })).toEqual({ kind: 'part' })
})

test('what is wrong in a read-only field is nothing its reader could correct', () => {
  const form = formOf({ type: 'number', key: 'fixed', readonly: true, validate: { max: 1 } }, text('a'))
  expect(answer(form, { a: 'x', fixed: 'y' }, { current: { fixed: 5 } })).toEqual({ a: 'x' })
})

test('a read-only field cannot be used to open another', () => {
  const form = formOf(text('role', { readonly: true }), text('limit', { readonly: '=role != "boss"' }))
  expect(answer(form, { role: 'boss', limit: '9' }, { current: { role: 'clerk', limit: '1' } })).toEqual({})
  expect(answer(form, { limit: '9' }, { current: { role: 'boss', limit: '1' } })).toEqual({ limit: '9' })
})

test('a field that is not sent stays as the form starts with it', () => {
  const form = formOf(
    text('a', { defaultValue: 'preset', validate: { required: true } }),
    text('b'),
    text('c'),
  )
  expect(answer(form, { c: 'new' }, { current: { b: 'held' } })).toEqual({ a: 'preset', c: 'new' })
  expect(answer(form, { a: '' })).toEqual(['a: required'])
})

test('a dotted key keeps what lies beside it', () => {
  const form = formOf(text('customer.name'), { type: 'group', path: 'customer', components: [text('city')] })
  const submitted = { customer: { name: 'Ali', city: 'Yazd' } }
  expect(answer(form, submitted, { current: { customer: { id: 7, name: 'old' } } })).toEqual({
    customer: { id: 7, name: 'Ali', city: 'Yazd' },
  })
})

describe('outcomes', () => {
  const form = formOf(
    text('reason'),
    text('note', { conditional: { hide: '=true' } }),
    button('approve', { primary: 'true' }),
    button('reject', { requires: 'reason' }),
    button('park', { requires: 'note' }),
    { ...button('escalate'), conditional: { hide: '=reason = null or reason = ""' } },
  )

  test.each([
    [undefined, {}, ['outcome: outcome_required']],
    ['win', {}, ['outcome: outcome_unknown']],
    ['approve', {}, { reason: '' }],
    ['reject', { reason: ' ' }, ['reason: required']],
    ['reject', { reason: 'too dear' }, { reason: 'too dear' }],
    ['escalate', {}, ['outcome: outcome_unavailable']],
    ['escalate', { reason: 'big' }, { reason: 'big' }],
    ['park', { note: 'x' }, ['note: required']],
  ])('%s with %j is answered %j', (outcome, submitted, expected) => {
    expect(answer(form, submitted, { outcome })).toEqual(expected)
  })

  test('a form without outcomes takes none', () => {
    expect(answer(formOf(text('a')), { a: 'x' }, { outcome: 'approve' })).toEqual([
      'outcome: outcome_unknown',
    ])
  })
})

test('values bound to records and chosen records are named for the server', () => {
  const lookup = { type: 'select', key: 'product', properties: { kind: 'lookup', record: 'product' } }
  const form = formOf(text('title', { properties: { 'kartabl:record': 'opportunity.title' } }), {
    type: 'dynamiclist',
    path: 'items',
    components: [lookup],
  })
  const read = readSubmission(form, { title: 'Big', items: [{ product: 'P1' }, { product: null }] }, moment)
  expect(read).toMatchObject({
    ok: true,
    value: {
      records: [{ path: 'title', binding: { record: 'opportunity', attribute: 'title' }, value: 'Big' }],
      chosen: [{ path: 'items[0].product', record: 'product', key: 'P1' }],
    },
  })
})

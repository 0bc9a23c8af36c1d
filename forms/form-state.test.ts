import { formState } from './form-state.ts'
import type { FormMoment } from './rules/walk-form.ts'
import type { Form } from './schema/form.ts'
import { formOf, moment } from './testing/form-of.ts'
import type { JsonObject } from './values/json-value.ts'

const text = (key: string, more: object = {}) => ({ type: 'textfield', key, ...more })
const hiddenIf = (hide: string) => ({ conditional: { hide } })

/** Visible, required and read-only as three letters, in small where not. */
function shorthand(form: Form, data: JsonObject, more: Partial<FormMoment> = {}): Record<string, string> {
  const states = [...formState(form, data, { ...moment, ...more })]
  const letters = states.map(([path, { visible, required, readOnly }]) => [
    path,
    `${visible ? 'V' : 'v'}${required ? 'R' : 'r'}${readOnly ? 'O' : 'o'}`,
  ])
  return Object.fromEntries(letters)
}

test('a plain field is visible, optional and editable', () => {
  expect(shorthand(formOf(text('a')), {})).toEqual({ a: 'Vro' })
})

test('rules are read from hide, required, requiredIf, readonly and disabled', () => {
  const form = formOf(
    text('hidden', hiddenIf('=amount > 10')),
    text('needed', { validate: { required: true } }),
    text('neededIf', { properties: { requiredIf: 'amount > 10' } }),
    text('fixed', { readonly: '=amount > 10', validate: { required: true } }),
    text('disabled', { disabled: true }),
  )
  const small = { hidden: 'Vro', needed: 'VRo', neededIf: 'Vro', fixed: 'VRo', disabled: 'VrO' }
  expect(shorthand(form, { amount: 5 })).toEqual(small)
  expect(shorthand(form, { amount: 50 })).toEqual({ ...small, hidden: 'vro', neededIf: 'VRo', fixed: 'VrO' })
})

test('a group hides what is in it, a read-only grid fixes its cells', () => {
  const form = formOf(
    {
      type: 'group',
      id: 'g',
      ...hiddenIf('=true'),
      components: [text('a', { validate: { required: true } })],
    },
    { type: 'dynamiclist', path: 'items', readonly: true, components: [text('name')] },
  )
  expect(shorthand(form, { items: [{}] })).toEqual({
    '#g': 'vro',
    a: 'vro',
    items: 'VrO',
    'items[0].name': 'VrO',
  })
})

test('a rule in a row reads the row first, its number, and the form', () => {
  const columns = [
    text('kind'),
    text('why', hiddenIf('=kind != "other" or i > 2 or parent.closed or closed')),
  ]
  const form = formOf({ type: 'dynamiclist', path: 'items', components: columns })
  const items = [{ kind: 'other' }, { kind: 'part' }, { kind: 'other' }]
  const visible = (data: JsonObject) =>
    [0, 1, 2].map((row) => formState(form, data, moment).get(`items[${row}].why`)?.visible)
  expect(visible({ items, kind: 'part', closed: false })).toEqual([true, false, false])
  expect(visible({ items, kind: 'part', closed: true })).toEqual([false, false, false])
})

test('the chosen outcome decides what is required', () => {
  const form = formOf(
    text('reason'),
    text('note', { properties: { requiredIf: '=outcome = "reject"' } }),
    { type: 'button', id: 'no', properties: { outcome: 'reject', requires: 'reason' } },
    { type: 'button', id: 'ok', properties: { outcome: 'approve' } },
  )
  expect(shorthand(form, {}, { outcome: 'reject' })).toMatchObject({ reason: 'VRo', note: 'VRo' })
  expect(shorthand(form, {}, { outcome: 'approve' })).toMatchObject({ reason: 'Vro', note: 'Vro' })
})

test('a hidden field has no say, along a chain of rules', () => {
  const form = formOf(
    text('a'),
    text('b', hiddenIf('=a != "x"')),
    text('c', hiddenIf('=b != "x"')),
    text('d', hiddenIf('=c != "x"')),
  )
  const typed = { b: 'x', c: 'x' }
  expect(shorthand(form, { a: 'x', ...typed })).toEqual({ a: 'Vro', b: 'Vro', c: 'Vro', d: 'Vro' })
  expect(shorthand(form, { a: 'y', ...typed })).toEqual({ a: 'Vro', b: 'vro', c: 'vro', d: 'vro' })
})

test('rules that contradict each other come to an end, on the strict side', () => {
  const form = formOf(text('a', hiddenIf('=a = "x"')))
  expect(shorthand(form, { a: 'x' })).toEqual({ a: 'vro' })
})

test('an endless rule leaves the field to be seen but not changed', () => {
  const endless = '=every n in 1..1000000 satisfies n > 0'
  const form = formOf(text('a', { readonly: endless, conditional: { hide: endless } }))
  expect(shorthand(form, {})).toEqual({ a: 'VrO' })
})

import { formOf, problemsOf } from '../testing/form-of.ts'
import { parseForm } from './parse-form.ts'

const text = (key: string, more: object = {}) => ({ type: 'textfield', key, ...more })
const grid = (more: object, ...components: object[]) => ({
  type: 'dynamiclist',
  path: 'items',
  components,
  ...more,
})
const button = (outcome: string, more: object = {}) => ({ type: 'button', properties: { outcome, ...more } })

const broken: readonly (readonly [string, readonly unknown[], readonly string[]])[] = [
  ['a component that is none', ['x'], [': field_malformed']],
  ['an unknown type', [{ type: 'slider', key: 'a' }], ['a: field_type_unknown']],
  ['a file picker', [{ type: 'filepicker', key: 'a' }], ['a: field_type_not_supported']],
  ['HTML', [{ type: 'html', id: 'h' }], ['h: field_type_not_supported']],
  ['an unknown kind', [text('a', { properties: { kind: 'colour' } })], ['a: field_kind_unknown']],
  ['money on a text field', [text('a', { properties: { kind: 'money' } })], ['a: field_kind_misplaced']],
  ['no key', [{ type: 'number', id: 'n' }], ['n: key_missing']],
  ['a key with a blank', [text('a b')], ['a b: key_invalid']],
  ['a key with a bracket', [text('a[0]')], ['a[0]: key_invalid']],
  ['a dangerous key', [text('__proto__')], ['__proto__: key_dangerous']],
  ['a dangerous key inside', [text('a.constructor')], ['a.constructor: key_dangerous']],
  [
    'a dangerous group path',
    [{ type: 'group', path: 'prototype', components: [] }],
    ['prototype: key_dangerous'],
  ],
  ['a key twice', [text('a'), { type: 'group', components: [text('a')] }], ['a: key_duplicate']],
  ['a key twice in a row', [grid({}, text('a'), text('a'))], ['a: key_duplicate']],
  ['a key inside another', [text('a'), text('a.b')], ['a.b: key_overlaps']],
  ['an id twice', [text('a', { id: 'x' }), text('b', { id: 'x' })], ['x: id_duplicate']],
  ['broken FEEL in hide', [text('a', { conditional: { hide: '=1 +' } })], ['a: expression_broken']],
  ['broken FEEL in required', [text('a', { validate: { required: '=(' } })], ['a: expression_broken']],
  ['broken FEEL in requiredIf', [text('a', { properties: { requiredIf: 'x >' } })], ['a: expression_broken']],
  ['broken FEEL in readonly', [text('a', { readonly: '=if' })], ['a: expression_broken']],
  ['broken FEEL in a text', [{ type: 'text', id: 't', text: 'Hi {{1 +}}' }], ['t: expression_broken']],
  [
    'a template block',
    [{ type: 'text', id: 't', text: '{{#if a}}x{{/if}}' }],
    ['t: template_not_supported', 't: expression_broken', 't: expression_broken'],
  ],
  ['a list as readonly', [text('a', { readonly: [] })], ['a: setting_invalid']],
  ['words as a bound', [text('a', { validate: { maxLength: 'long' } })], ['a: setting_invalid']],
  ['a negative number of rows', [grid({ properties: { minRows: '-1' } })], ['items: setting_invalid']],
  ['a step of 0', [{ type: 'number', key: 'a', increment: 0 }], ['a: setting_invalid']],
  [
    'a currency that is none',
    [{ type: 'number', key: 'a', properties: { kind: 'money', currency: 'Euro' } }],
    ['a: setting_invalid'],
  ],
  [
    'a look-up of nothing',
    [{ type: 'select', key: 'a', properties: { kind: 'lookup' } }],
    ['a: setting_invalid'],
  ],
  ['a look-around', [text('a', { validate: { pattern: '(?=x)y' } })], ['a: pattern_broken']],
  ['a back reference', [text('a', { validate: { pattern: '(a)\\1' } })], ['a: pattern_broken']],
  [
    'an option twice',
    [{ type: 'radio', key: 'a', values: [{ value: 1 }, { value: 1 }] }],
    ['a: option_duplicate'],
  ],
  ['an object as an option', [{ type: 'radio', key: 'a', values: [{ value: {} }] }], ['a: setting_invalid']],
  ['a default of another type', [{ type: 'number', key: 'a', defaultValue: 'many' }], ['a: default_invalid']],
  [
    'a grid in a grid',
    [grid({}, { type: 'dynamiclist', path: 'inner', components: [] })],
    ['inner: grid_nested'],
  ],
  ['read-only cells that could move', [grid({}, text('a', { readonly: true }))], ['items: row_key_missing']],
  [
    'a row key somebody edits',
    [grid({ properties: { rowKey: 'id' } }, text('id'))],
    ['items: row_key_is_column'],
  ],
  ['an outcome twice', [button('ok'), button('ok')], ['ok: outcome_duplicate']],
  [
    'an outcome that needs an unknown field',
    [button('no', { requires: 'reason' })],
    ['no: requires_unknown_field'],
  ],
  ['a field named outcome beside outcomes', [text('outcome'), button('ok')], ['outcome: key_reserved']],
  [
    'half a binding',
    [text('a', { properties: { 'kartabl:record': 'opportunity' } })],
    ['a: record_binding_invalid'],
  ],
]

test.each(broken)('%s is a problem', (_name, components, expected) => {
  expect(problemsOf(...components)).toEqual(expected)
})

test('every problem comes at once and says what to do', () => {
  const parsed = parseForm({ components: [text('a b'), { type: 'slider' }, text('c', { readonly: '=1 +' })] })
  const problems = parsed.ok ? [] : parsed.error
  expect(problems.map(({ code }) => code)).toEqual(['key_invalid', 'field_type_unknown', 'expression_broken'])
  expect(problems.every(({ cause, remedy }) => cause !== '' && remedy !== '')).toBe(true)
})

test.each([null, 'form', [], {}, { components: {} }])('%j is no form', (json) => {
  expect(parseForm(json)).toMatchObject({ ok: false, error: [{ code: 'not_a_form' }] })
})

test('nesting and size are bounded', () => {
  const nested = JSON.parse('{"type":"group","components":['.repeat(5_000) + ']}'.repeat(5_000))
  expect(problemsOf(nested)).toEqual([': form_too_deep'])
  const many = Array.from({ length: 5_000 }, (_, index) => text(`f${index}`))
  expect(problemsOf(...many)).toEqual([': form_too_large'])
})

test('separators and spacers are left out, groups and grids keep their fields', () => {
  const form = formOf(
    { type: 'separator' },
    { type: 'spacer', height: 10 },
    { type: 'group', path: 'customer', components: [text('name.first')] },
    grid({}, text('name')),
  )
  expect(form.fields.map(({ kind }) => kind)).toEqual(['group', 'grid'])
  expect(form.fields.map(({ fields }) => fields[0]?.path)).toEqual([['customer', 'name', 'first'], ['name']])
})

test('outcomes come from buttons, with what they need', () => {
  const form = formOf(
    text('reason'),
    { type: 'button', label: 'Approve', properties: { outcome: 'approve', primary: 'true' } },
    { type: 'group', components: [button('reject', { destructive: true, requires: 'reason' })] },
    { type: 'button', label: 'Send' },
  )
  expect(form.outcomes).toMatchObject([
    { outcome: 'approve', label: 'Approve', primary: true, destructive: false, requires: [] },
    { outcome: 'reject', label: 'reject', primary: false, destructive: true, requires: ['reason'] },
  ])
})

test('a record binding names the record and its attribute', () => {
  const form = formOf(text('a', { properties: { 'kartabl:record': 'opportunity.customer.name' } }))
  expect(form.fields[0]?.recordBinding).toEqual({ record: 'opportunity', attribute: 'customer.name' })
})

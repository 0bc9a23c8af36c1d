import { displayValue } from '../fields/display-value.ts'
import { optionsOf } from '../fields/option.ts'
import { tableContent } from '../fields/table.ts'
import { formContext } from '../rules/walk-form.ts'
import type { Form } from '../schema/form.ts'
import { formOf, moment } from '../testing/form-of.ts'
import { descriptionOf, labelOf } from './label-of.ts'
import { localText } from './local-text.ts'

const first = (form: Form) => {
  const [field] = form.fields
  if (field === undefined) throw new Error('the form has no field')
  return field
}

test('a label is taken in the language, its main language, else as form-js has it, else the key', () => {
  const properties = { 'label:fa': 'مبلغ', 'description:fa': 'با مالیات' }
  const field = first(formOf({ type: 'number', key: 'amount', label: 'Amount', properties }))
  expect(['fa', 'fa-IR', 'th'].map((language) => labelOf(field, language))).toEqual([
    'مبلغ',
    'مبلغ',
    'Amount',
  ])
  expect([descriptionOf(field, 'fa'), descriptionOf(field, 'en')]).toEqual(['با مالیات', null])
  expect(labelOf(first(formOf({ type: 'number', key: 'amount' })), 'en')).toBe('amount')
  expect(labelOf(first(formOf({ type: 'datetime', key: 'due', dateLabel: 'Due' })), 'en')).toBe('Due')
})

test('options, outcomes and table columns are labelled the same way', () => {
  const form = formOf(
    {
      type: 'select',
      key: 'c',
      values: [{ label: 'Red', value: 'red' }],
      properties: { 'option:red:fa': 'قرمز' },
    },
    { type: 'button', label: 'Yes', properties: { outcome: 'yes', 'label:fa': 'بله' } },
  )
  const [select] = form.fields
  if (select?.kind !== 'select') throw new Error('expected a select')
  const options = optionsOf(select.settings, formContext(form, {}, moment))
  expect(options.map((option) => [labelOf(option, 'fa'), labelOf(option, 'en')])).toEqual([['قرمز', 'Red']])
  expect(form.outcomes.map((outcome) => labelOf(outcome, 'fa'))).toEqual(['بله'])
  expect(displayValue(select, 'red', 'fa')).toBe('قرمز')
})

test('texts hold expressions; what they yield is text, and nothing without data', () => {
  const form = formOf(
    { type: 'text', text: 'Offer {{n + 1}} for {{customer.name}}{{missing}}' },
    { type: 'text', text: '=customer' },
  )
  const context = formContext(form, { n: 1, customer: { name: '<b>Ali</b>' } }, moment)
  expect(form.fields.map((field) => localText(field.texts.text, 'en', context))).toEqual([
    'Offer 2 for <b>Ali</b>',
    '{"name":"<b>Ali</b>"}',
  ])
  expect(form.fields.map((field) => localText(field.texts.text, 'en', null))).toEqual(['Offer  for ', ''])
})

test('a table shows the rows of its variable under its columns', () => {
  const columns = [{ key: 'name', label: 'Name' }]
  const form = formOf({
    type: 'table',
    dataSource: '=offers',
    columns,
    properties: { 'column:name:fa': 'نام' },
  })
  const field = first(form)
  if (field.kind !== 'table') throw new Error('expected a table')
  const content = tableContent(field.settings, formContext(form, { offers: [{ name: 'A' }, 5] }, moment))
  expect(content.rows).toEqual([{ name: 'A' }])
  expect(content.columns.map((column) => labelOf(column, 'fa'))).toEqual(['نام'])
})

test.each([
  [{ type: 'number', key: 'v', decimalDigits: 1 }, 1234.5, 'en', '1,234.5'],
  [{ type: 'number', key: 'v' }, 1234.5, 'fa', '۱٬۲۳۴٫۵'],
  [
    { type: 'number', key: 'v', properties: { kind: 'money' } },
    { amount: '12345678901234567.89', currency: 'EUR' },
    'en',
    '€12,345,678,901,234,567.89',
  ],
  [{ type: 'datetime', key: 'v', subtype: 'date' }, '2026-03-21', 'fa', '۱ فروردین ۱۴۰۵'],
  [{ type: 'datetime', key: 'v', subtype: 'date' }, '2026-03-21', 'th', '21 มี.ค. 2569'],
  [
    { type: 'datetime', key: 'v', subtype: 'datetime' },
    '2026-03-21T09:30:00+03:30',
    'de',
    '21.03.2026, 09:30',
  ],
  [
    {
      type: 'checklist',
      key: 'v',
      values: [
        { value: 'a', label: 'A' },
        { value: 'b', label: 'B' },
      ],
    },
    ['a', 'b'],
    'en',
    'A and B',
  ],
  [{ type: 'textfield', key: 'v' }, undefined, 'en', ''],
])('%j with %j in %s is shown as %s', (component, value, language, expected) => {
  expect(displayValue(first(formOf(component)), value, language)).toBe(expected)
})

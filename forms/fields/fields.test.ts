import { answer, formOf } from '../testing/form-of.ts'

const options = [
  { label: 'Red', value: 'red' },
  { label: 'Two', value: 2 },
  { label: 'Yes', value: true },
]
const text = { type: 'textfield', key: 'v' }
const area = { type: 'textarea', key: 'v' }
const number = { type: 'number', key: 'v' }
const money = { type: 'number', key: 'v', properties: { kind: 'money', currency: 'EUR' } }
const date = { type: 'datetime', key: 'v', subtype: 'date' }
const time = { type: 'datetime', key: 'v', subtype: 'time' }
const both = { type: 'datetime', key: 'v', subtype: 'datetime' }
const checklist = { type: 'checklist', key: 'v', values: options }
const lookup = { type: 'select', key: 'v', properties: { kind: 'lookup', record: 'party' } }
const eur = (amount: string) => ({ amount, currency: 'EUR' })

/** kind, settings, what is submitted, and the stored value or the error's code after `!`. */
const cases: readonly (readonly [string, object, unknown, unknown])[] = [
  ['text is trimmed', text, '  Ali  ', 'Ali'],
  ['line ends in a text field become blanks', text, 'a\r\nb', 'a b'],
  ['no text is empty text', text, null, ''],
  ['a number is no text', text, 5, '!not_text'],
  ['an object is no text', text, { a: 1 }, '!not_text'],
  ['NUL is refused', text, 'a\0b', '!not_text'],
  ['half a surrogate pair is refused', text, 'a\ud800', '!not_text'],
  ['composed and decomposed letters are one', text, 'e\u0301', '\u00e9'],
  ['blank text is missing', { ...text, validate: { required: true } }, '   ', '!required'],
  ['text below its length', { ...text, validate: { minLength: 3 } }, 'ab', '!too_short'],
  ['length counts characters, not halves', { ...text, validate: { maxLength: 2 } }, '😀😀', '😀😀'],
  ['text above its length', { ...text, validate: { maxLength: 2 } }, 'abc', '!too_long'],
  ['a length may be an expression', { ...text, validate: { maxLength: '=1 + 1' } }, 'abc', '!too_long'],
  ['a pattern is searched', { ...text, validate: { pattern: '^[A-Z]{2}\\d+$' } }, 'IR12', 'IR12'],
  ['a pattern refuses', { ...text, validate: { pattern: '^[A-Z]{2}\\d+$' } }, 'I12', '!pattern_mismatch'],
  ['an empty field breaks no pattern', { ...text, validate: { pattern: '^x$' } }, '', ''],
  ['a mail address', { ...text, validate: { validationType: 'email' } }, 'a@b.org', 'a@b.org'],
  ['no mail address', { ...text, validate: { validationType: 'email' } }, 'a@b', '!not_an_email'],
  [
    'a phone number in Persian digits',
    { ...text, validate: { validationType: 'phone' } },
    '۰۲۱ ۸۸۷۷',
    '021 8877',
  ],
  ['no phone number', { ...text, validate: { validationType: 'phone' } }, 'call me', '!not_a_phone_number'],
  ['a text area keeps its lines', area, ' a\r\nb ', ' a\nb '],
  ['64 KB are enough', area, 'x'.repeat(65_536), 'x'.repeat(65_536)],
  ['more than 64 KB are too much', area, 'x'.repeat(65_537), '!text_too_large'],
  ['64 KB are bytes', area, 'پ'.repeat(40_000), '!text_too_large'],

  ['a number', number, 12.5, 12.5],
  ['number text', number, '-12.5', -12.5],
  ['Persian digits and marks', number, '۱٬۲۳۴٫۵', 1234.5],
  ['Arabic digits', number, '٤٢', 42],
  ['Thai digits', number, '๔๒', 42],
  ['nothing is no number yet', number, '', null],
  ['an ambiguous comma is refused', number, '1,234', '!not_a_number'],
  ['letters are no number', number, '12a', '!not_a_number'],
  ['NaN is no number', number, Number.NaN, '!not_a_number'],
  ['true is no number', number, true, '!not_a_number'],
  ['digits a float would lose', number, '12345678901234567890', '!too_precise'],
  [
    'the same as text',
    { ...number, serializeToString: true },
    '12345678901234567890',
    '12345678901234567890',
  ],
  ['too small', { ...number, validate: { min: 1 } }, 0.999, '!too_small'],
  ['the bound itself is allowed', { ...number, validate: { min: 1, max: 1 } }, '1.0', 1],
  ['too large', { ...number, validate: { max: 10 } }, '10.01', '!too_large'],
  ['a bound of an expression', { ...number, validate: { max: '=limit' } }, 6, '!too_large'],
  ['too many decimals', { ...number, decimalDigits: 1 }, '1.25', '!too_many_decimals'],
  ['zeros are no decimals', { ...number, decimalDigits: 0 }, '3.000', 3],
  ['a step', { ...number, increment: '0.1' }, 0.3, 0.3],
  ['between steps', { ...number, increment: '0.1' }, 0.35, '!not_a_step'],
  ['zero is a number', { ...number, validate: { required: true } }, 0, 0],
  ['no number though required', { ...number, validate: { required: true } }, null, '!required'],

  ['money as amount text', money, '1234.5', eur('1234.50')],
  ['money as it is stored', money, eur('7'), eur('7.00')],
  ['money in Persian digits', money, '۱٬۲۳۴٫۵۰', eur('1234.50')],
  ['money as a float is refused', money, 12.5, '!not_money'],
  ['money of another currency', money, { amount: '1', currency: 'USD' }, '!wrong_currency'],
  ['money with something else', money, { amount: '1', currency: 'EUR', rate: 2 }, '!not_money'],
  ['thirds of a cent', money, '1.005', '!too_many_decimals'],
  ['no such currency code', money, { amount: '1', currency: 'euro' }, '!not_a_currency'],
  ['no amount', money, { amount: '', currency: 'EUR' }, null],
  ['money below its least', { ...money, validate: { min: 10 } }, '9.99', '!too_small'],
  [
    'the yen has no digits',
    { ...money, properties: { kind: 'money', currency: 'JPY' } },
    '5.5',
    '!too_many_decimals',
  ],
  [
    'the currency of a variable',
    { ...money, properties: { kind: 'money', currencyKey: 'deal.currency' } },
    '5',
    { amount: '5.000', currency: 'KWD' },
  ],

  ['a date', date, '2026-03-01', '2026-03-01'],
  ['a date in Persian digits', date, '۲۰۲۶/۳/۱', '2026-03-01'],
  ['no such day', date, '2026-02-30', '!not_a_date'],
  ['a Persian year is not taken for a Gregorian one', date, '1405-01-01', '!date_out_of_range'],
  ['a Buddhist year neither', date, '2569-01-01', '!date_out_of_range'],
  ['text that is no date', date, 'tomorrow', '!not_a_date'],
  ['today is not passed', { ...date, disallowPassedDates: true }, '2026-03-01', '2026-03-01'],
  ['yesterday is passed', { ...date, disallowPassedDates: true }, '2026-02-28', '!date_passed'],
  ['before the first date', { ...date, properties: { min: '2026-01-01' } }, '2025-12-31', '!too_small'],
  [
    'after the last date',
    { ...date, properties: { max: '=today() + duration("P7D")' } },
    '2026-03-09',
    '!too_large',
  ],
  ['a time', time, '9:30', '09:30:00'],
  ['a time with its offset', time, '09:30+03:30', '09:30:00+03:30'],
  ['no such time', time, '24:61', '!not_a_time'],
  ['a zone without offset is the person’s', both, '2026-03-01T09:30', '2026-03-01T09:30:00+03:30'],
  ['an offset is kept', both, '2026-03-01 09:30:15+01:00', '2026-03-01T09:30:15+01:00'],
  [
    'as UTC',
    { ...both, timeSerializingFormat: 'utc_normalized' },
    '2026-03-01T09:30',
    '2026-03-01T06:00:00Z',
  ],
  [
    'without offset',
    { ...both, timeSerializingFormat: 'no_timezone' },
    '2026-03-01T06:00Z',
    '2026-03-01T09:30:00',
  ],
  ['a date is no date and time', both, '2026-03-01', '!not_a_date_time'],
  ['no such offset', both, '2026-03-01T09:30+99:00', '!not_a_date_time'],

  ['an option', { type: 'select', key: 'v', values: options }, 'red', 'red'],
  ['an option that is a number', { type: 'radio', key: 'v', values: options }, 2, 2],
  ['text of a number option', { type: 'radio', key: 'v', values: options }, '2', '!not_an_option'],
  ['something else', { type: 'select', key: 'v', values: options }, 'blue', '!not_an_option'],
  ['options of a variable', { type: 'select', key: 'v', valuesKey: 'colours' }, 'blue', 'blue'],
  [
    'options of an expression',
    { type: 'select', key: 'v', valuesExpression: '=colours[1]' },
    'green',
    '!not_an_option',
  ],
  ['a list for a single choice', { type: 'select', key: 'v', values: options }, ['red'], '!not_an_option'],
  ['yes', { type: 'checkbox', key: 'v' }, true, true],
  ['text for a checkbox', { type: 'checkbox', key: 'v' }, 'true', '!not_a_boolean'],
  [
    'a required checkbox must be ticked',
    { type: 'checkbox', key: 'v', validate: { required: true } },
    false,
    '!required',
  ],
  ['several options', checklist, ['red', true], ['red', true]],
  ['one of them unknown', checklist, ['red', 'blue'], '!not_an_option'],
  ['one of them twice', checklist, ['red', 'red'], '!duplicate_option'],
  ['text for a list', { type: 'taglist', key: 'v', values: options }, 'red', '!not_a_list'],
  ['a giant list', checklist, new Array(1_001).fill('red'), '!not_a_list'],
  ['none though required', { ...checklist, validate: { required: true } }, [], '!required'],
  ['a record', lookup, 'P-17', 'P-17'],
  ['a record by number', lookup, 17, '17'],
  ['no record key', lookup, 'a b', '!not_a_record_key'],
  ['an object for a record', lookup, { id: 1 }, '!not_a_record_key'],
]

const current = { limit: 5, colours: ['blue', 'green'], deal: { currency: 'KWD' } }

test.each(cases)('%s', (_name, component, submitted, expected) => {
  const refused = typeof expected === 'string' && expected.startsWith('!')
  const wanted = refused ? [`v: ${expected.slice(1)}`] : { v: expected }
  expect(answer(formOf(component), { v: submitted }, { current })).toEqual(wanted)
})

import {
  DaysTimeDuration,
  FeelDate,
  FeelDateTime,
  FeelRange,
  FeelTime,
  parseDate,
  parseDateTime,
  parseDuration,
  parseTime,
  toJson,
  YearsMonthsDuration,
} from '../index.ts'

describe('a value becomes JSON', () => {
  test.each([
    ['a date', parseDate('2026-02-28'), FeelDate, '2026-02-28'],
    ['a far date', parseDate('-999999999-12-31'), FeelDate, '-999999999-12-31'],
    ['a time', parseTime('10:00:00.50+01:30'), FeelTime, '10:00:00.5+01:30'],
    [
      'a date and time',
      parseDateTime('2026-02-28T10:00:00@Europe/Paris'),
      FeelDateTime,
      '2026-02-28T10:00:00@Europe/Paris',
    ],
    ['days and time', parseDuration('-P1DT25H61M1.500S'), DaysTimeDuration, '-P2DT2H1M1.5S'],
    ['years and months', parseDuration('P14M'), YearsMonthsDuration, 'P1Y2M'],
  ])('%s as its ISO 8601 text', (_name, value, type, text) => {
    expect(value).toBeInstanceOf(type)
    expect(toJson(value)).toBe(text)
  })

  test('a range as its ends', () => {
    const range = new FeelRange(parseDate('2026-01-01'), null, true, false)
    expect(toJson(range)).toEqual({ start: '2026-01-01', end: null, startIncluded: true, endIncluded: false })
  })

  test('lists and contexts part by part, what FEEL has no type for as null', () => {
    const value = { when: [parseDate('2026-02-28')], host: JSON.parse('1') }
    expect(toJson(value)).toEqual({ when: ['2026-02-28'], host: 1 })
  })

  test.each([
    '2026-2-1',
    '2026-02-30',
    '02026-01-01',
    '24-01-01',
    'P1Y1D',
    'PT',
    'P',
    '10:00',
    '25:00:00',
    '10:00:00+19:00',
  ])('%s is no temporal value', (text) => {
    expect([parseDate(text), parseTime(text), parseDateTime(text), parseDuration(text)]).toEqual([
      null,
      null,
      null,
      null,
    ])
  })
})

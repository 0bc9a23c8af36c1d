import { newerDraft, parseDraft } from './draft.ts'

const early = { values: { note: 'early' }, savedAt: '2026-05-04T10:00:00.000Z' }
const late = { values: { note: 'late' }, savedAt: '2026-05-04T10:00:01.000Z' }

describe('newerDraft', () => {
  test.each([
    ['the later one', early, late, late],
    ['the later one, whichever side it is on', late, early, late],
    ['the only one', null, early, early],
    ['none', null, null, null],
  ])('is %s', (_name, a, b, newer) => {
    expect(newerDraft(a, b)).toBe(newer)
  })
})

describe('parseDraft', () => {
  test('reads what was written', () => {
    expect(parseDraft(JSON.stringify(early))).toEqual(early)
  })

  test.each([null, '', '{', '[]', '{"values":[],"savedAt":"2026-05-04"}', '{"values":{},"savedAt":"soon"}'])(
    'takes %p for no draft',
    (text) => {
      expect(parseDraft(text)).toBeNull()
    },
  )
})

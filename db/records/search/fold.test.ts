import fc from 'fast-check'
import { readCursor, writeCursor } from './cursor.ts'
import { fold, searchable, searchWords } from './fold.ts'

describe('folding', () => {
  it.each([
    ['Arabic yeh and kaf', 'شركة كيميا', 'شرکه کیمیا'],
    ['zero-width joiners', 'می‌خواهم', 'میخواهم'],
    ['vowel signs and kashida', 'مُحَمَّـــد', 'محمد'],
    ['hamza seats', 'مؤسسة أحمد', 'موسسه احمد'],
    ['Persian and Arabic digits', '۱۲۳ ٤٥٦', '123 456'],
    ['Thai digits', '๑๒', '12'],
    ['accents', 'Élan Öresund São Đại Łódź', 'elan oresund sao dai lodz'],
    ['letters of their own', 'Straße Ærø Yıldız İzmir', 'strasse aero yildiz izmir'],
    ['signs', 'PU-1010 / O’Neil & Co.', 'pu 1010 o neil co'],
    ['full width forms', 'ＡＢＣ１２', 'abc12'],
  ])('makes %s alike', (_what, written, folded) => expect(fold(written)).toBe(folded))

  it('does nothing more the second time', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (text) => fold(fold(text)) === fold(text)))
  })

  it('looks for words', () => expect(searchWords('  Müller,  PU-1010 ')).toEqual(['muller', 'pu', '1010']))
  it('looks for nothing in an empty search', () => expect(searchWords(undefined)).toEqual([]))
  it('puts the name in front', () =>
    expect(searchable('Žan', null, '۱۲')).toEqual({ search: 'zan 12', sortKey: 'zan' }))
})

describe('cursors', () => {
  it('come back as they were', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.maxSafeInteger()), fc.nat(), (value, id) => {
        expect(readCursor(writeCursor(value, id))).toEqual({ value, id })
      }),
    )
  })
  it('fit into an address, also for long Persian names', () => {
    expect(
      writeCursor(searchable('ک'.repeat(200)).sortKey, Number.MAX_SAFE_INTEGER).length,
    ).toBeLessThanOrEqual(200)
  })
  it.each(['', 'x', 'W10', 'eyJhIjoxfQ', Buffer.from('[{},1]').toString('base64url')])('ignore %p', (text) =>
    expect(readCursor(text)).toBeNull(),
  )
})

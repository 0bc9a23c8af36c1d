import { followUpChoices } from './follow-up-choices.ts'

describe('followUpChoices', () => {
  test.each([
    [
      'Asia/Tehran',
      '2026-05-04T20:10:30Z',
      ['2026-05-04T22:30:00.000Z', '2026-05-05T04:30:00.000Z', '2026-05-11T04:30:00.000Z'],
    ],
    // It is tomorrow there already.
    [
      'Asia/Tehran',
      '2026-05-04T22:10:00Z',
      ['2026-05-05T00:30:00.000Z', '2026-05-06T04:30:00.000Z', '2026-05-12T04:30:00.000Z'],
    ],
    // Clocks go forward that night.
    [
      'Europe/Berlin',
      '2026-03-28T11:00:00Z',
      ['2026-03-28T14:00:00.000Z', '2026-03-29T06:00:00.000Z', '2026-04-04T06:00:00.000Z'],
    ],
  ])('counts days as they are in %s at %s', (zone, now, moments) => {
    expect(followUpChoices(Date.parse(now), zone).map(([, at]) => at)).toEqual(moments)
  })
})

import { placeAfter } from './move-in-list.ts'

describe('placeAfter', () => {
  test.each([
    ['j', 0, 1],
    ['ArrowDown', 4, 4],
    ['k', 3, 2],
    ['ArrowUp', 0, 0],
    ['Home', 3, 0],
    ['End', 1, 4],
    ['x', 1, null],
  ])('%s at %d leads to %p', (key, at, place) => {
    expect(placeAfter(key, at, 5)).toBe(place)
  })
})

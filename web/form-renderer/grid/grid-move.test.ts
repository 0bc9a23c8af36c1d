import { gridMove, needsKey } from './grid-move.ts'

describe('gridMove', () => {
  test.each([
    ['Enter', false, { row: 3, column: 1 }],
    ['Enter', true, { row: 1, column: 1 }],
    ['ArrowDown', false, { row: 3, column: 1 }],
    ['ArrowUp', false, { row: 1, column: 1 }],
    ['a', false, null],
  ])('%s (shift: %p) leads to %j', (key, shift, place) => {
    expect(gridMove(key, { row: 2, column: 1 }, shift)).toEqual(place)
  })
})

describe('needsKey', () => {
  const input = { tag: 'INPUT', multiline: false, opensList: false, listIsOpen: false, isChoice: false }
  test.each([
    ['an input leaves the arrows to the grid', 'ArrowDown', input, false],
    ['a look-up opens its list with an arrow', 'ArrowDown', { ...input, opensList: true }, true],
    ['an open list takes Enter', 'Enter', { ...input, opensList: true, listIsOpen: true }, true],
    ['a closed look-up leaves Enter to the grid', 'Enter', { ...input, opensList: true }, false],
    ['a choice opens its list with Enter', 'Enter', { ...input, opensList: true, isChoice: true }, true],
    [
      'text of several lines moves by its own arrows',
      'ArrowUp',
      { ...input, tag: 'TEXTAREA', multiline: true },
      true,
    ],
    ['a button is pressed by Enter', 'Enter', { ...input, tag: 'BUTTON' }, true],
  ])('%s', (_name, key, element, needed) => {
    expect(needsKey(key, element)).toBe(needed)
  })
})

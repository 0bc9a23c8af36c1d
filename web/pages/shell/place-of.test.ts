import { placeOf } from './place-of.ts'

test.each([
  ['/inbox/later/12', 'inbox'],
  ['/tasks/12', 'inbox'],
  ['/records/parties/3', 'records'],
  ['/processes/opportunity', 'processes'],
  ['/instances/12', 'processes'],
  ['/upload', 'processes'],
  ['/start', null],
  ['/', null],
])('%s belongs to %s', (pathname, place) => {
  expect(placeOf(pathname)).toBe(place)
})

import { hasTyped } from './has-typed.ts'

describe('hasTyped', () => {
  test.each([
    ['Ball valve VA 100', 'ball va 100', true],
    ['Ball valve VA 10', 'ball va 100', false],
    ['Ağrı Engineering AB', 'agri eng', false],
    ['Čapek Energy GmbH', 'capek', true],
    ['شرکت کیمیا انرژی', 'شركت كيميا', true],
    ['anything', '', true],
  ])('%s, typed %s: %p', (text, typed, found) => {
    expect(hasTyped(text, typed)).toBe(found)
  })
})

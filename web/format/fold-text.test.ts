import { foldText } from './fold-text.ts'

describe('foldText', () => {
  test.each([
    ['Élan  Vital', 'elan vital'],
    ['كارتابل', 'کارتابل'],
    ['علي', 'علی'],
    ['می‌روم', 'می روم'],
    ['۱۴۰۵', '1405'],
    ['٤٥', '45'],
    ['๒๕๖๙', '2569'],
    ['آب', 'اب'],
  ])('folds %s to %s', (text, folded) => {
    expect(foldText(text)).toBe(folded)
  })
})

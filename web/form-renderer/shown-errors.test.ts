import type { FieldError } from '../../forms/index.ts'
import { shownErrors } from './shown-errors.ts'

const missing: FieldError = { path: 'name', code: 'required', params: {} }
const tooSmall: FieldError = { path: 'items[1].quantity', code: 'too_small', params: { min: 1 } }
const values = { name: '', items: [{ quantity: 3 }, { quantity: 0 }] }
const pathsOf = (errors: readonly FieldError[]) => errors.map(({ path }) => path)

describe('shownErrors', () => {
  const untouched = { found: [missing, tooSmall], touched: () => false, attempted: false, server: null }

  test('leaves a person who has only begun in peace', () => {
    expect(shownErrors(untouched, values)).toEqual([])
  })

  test('says what is wrong with a field that was left, and not yet what is missing', () => {
    expect(pathsOf(shownErrors({ ...untouched, touched: () => true }, values))).toEqual(['items[1].quantity'])
  })

  test('says everything once a button was pressed', () => {
    expect(pathsOf(shownErrors({ ...untouched, attempted: true }, values))).toEqual([
      'name',
      'items[1].quantity',
    ])
  })

  test('keeps what the server refused until the value is changed', () => {
    const server = { errors: [{ ...tooSmall, path: 'items[0].quantity' }], values }
    const calm = { ...untouched, found: [], server }
    expect(pathsOf(shownErrors(calm, values))).toEqual(['items[0].quantity'])
    const changed = { ...values, items: [{ quantity: 4 }, { quantity: 0 }] }
    expect(shownErrors(calm, changed)).toEqual([])
  })

  test('shows one error for each field', () => {
    const server = { errors: [{ ...missing, code: 'not_text' as const }], values }
    const shown = shownErrors({ ...untouched, attempted: true, found: [missing], server }, values)
    expect(shown).toEqual([missing])
  })
})

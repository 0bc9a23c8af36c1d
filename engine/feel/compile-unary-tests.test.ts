import { compileUnaryTests } from './index.ts'

const passes = (
  text: string,
  input: Parameters<Extract<ReturnType<typeof compileUnaryTests>, { ok: true }>['value']['test']>[0],
): boolean => {
  const compiled = compileUnaryTests(text)
  if (!compiled.ok) throw new Error(compiled.error.message)
  const outcome = compiled.value.test(input, (name) => (name === 'limit' ? 10 : undefined), {
    now: 0,
    zone: 'UTC',
  })
  if (!outcome.ok) throw new Error(outcome.error.message)
  return outcome.value
}

describe('unary tests', () => {
  test.each([
    ['-', null, true],
    ['> 5', 6, true],
    ['> 5', 5, false],
    ['> 5', 'a', false],
    ['"a", "b"', 'b', true],
    ['[1..5)', 5, false],
    ['< 2, [4..6]', 5, true],
    ['not("a", "b")', 'c', true],
    ['not("a", "b")', 'a', false],
    ['not(> 5)', 'a', false],
    ['null', null, true],
    ['limit', 10, true],
    ['>= limit', 10, true],
    ['!= 5', 6, true],
    ['? * 2 = limit', 5, true],
    ['starts with(?, "ab")', 'abc', true],
    ['[1, 2]', 2, true],
    ['true', true, true],
    ['false', false, true],
    ['date("2026-01-01")', null, false],
  ])('%s of %j: %s', (text, input, expected) => {
    expect(passes(text, input)).toBe(expected)
  })

  test('name the variables they read', () => {
    const compiled = compileUnaryTests('>= limit, other')
    expect(compiled.ok && compiled.value.references).toEqual(['limit', 'other'])
  })

  test('that are no FEEL are refused with their place', () => {
    expect(compileUnaryTests('> ')).toMatchObject({ ok: false, error: { code: 'feel_syntax' } })
  })

  test('end when their fuel does', () => {
    const compiled = compileUnaryTests('for i in 1..1e9 return i')
    expect(compiled.ok && compiled.value.test(1, () => undefined, { now: 0, zone: 'UTC' })).toMatchObject({
      ok: false,
      error: { code: 'feel_out_of_fuel' },
    })
  })
})

import { readZeebeExpression } from './index.ts'

describe('a zeebe attribute', () => {
  test('is a static text unless it starts with an equals sign', () => {
    expect(readZeebeExpression('order-paid')).toEqual({
      ok: true,
      value: { kind: 'static', text: 'order-paid' },
    })
  })

  test('is FEEL behind an equals sign, blanks before it do not matter', () => {
    const read = readZeebeExpression(' = 1 + 1')
    if (!read.ok || read.value.kind !== 'feel') throw new Error('expected FEEL')
    expect(read.value.expression.evaluate(() => undefined, { now: 0, zone: 'UTC' })).toEqual({
      ok: true,
      value: 2,
    })
  })

  test('with broken FEEL is a problem', () => {
    expect(readZeebeExpression('= 1 +')).toMatchObject({ ok: false, error: { code: 'feel_syntax' } })
  })
})

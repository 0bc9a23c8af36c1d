import { addMoney, compareMoney, isMoney, multiplyMoney, noMoney } from './money.ts'

const eur = (amount: string) => ({ amount, currency: 'EUR' })

test('nothing has the digits of its currency', () => {
  expect(['EUR', 'JPY', 'KWD'].map((currency) => noMoney(currency).amount)).toEqual(['0.00', '0', '0.000'])
})

test('a sum is exact, also of prices with more digits than the currency', () => {
  expect(addMoney(eur('0.10'), eur('0.20'))).toEqual({ ok: true, value: eur('0.30') })
  expect(addMoney(eur('0.0125'), eur('1'))).toEqual({ ok: true, value: eur('1.0125') })
})

test.each([
  ['19.99', '3', '59.97'],
  ['0.335', '3', '1.01'],
  ['10.00', '-0.5', '-5.00'],
])('%s × %s is %s', (price, quantity, total) => {
  expect(multiplyMoney(eur(price), quantity)).toEqual({ ok: true, value: eur(total) })
})

test('two currencies are neither added nor compared', () => {
  const dollars = { amount: '1', currency: 'USD' }
  expect(addMoney(eur('1'), dollars)).toMatchObject({ ok: false, error: { code: 'currencies_differ' } })
  expect(compareMoney(eur('1'), dollars)).toMatchObject({ ok: false, error: { code: 'currencies_differ' } })
  expect(compareMoney(eur('2'), eur('1.99'))).toEqual({ ok: true, value: 1 })
})

test('what is no amount or quantity is refused', () => {
  expect(multiplyMoney(eur('x'), '1')).toMatchObject({ ok: false, error: { code: 'not_money' } })
  expect(multiplyMoney(eur('1'), '1e9')).toMatchObject({ ok: false, error: { code: 'not_a_quantity' } })
  expect([eur('1'), { amount: 1, currency: 'EUR' }, eur('1,0'), null].map(isMoney)).toEqual([
    true,
    false,
    false,
    false,
  ])
})

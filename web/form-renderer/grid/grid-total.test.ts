import { grandTotal, rowTotal } from './grid-total.ts'

const eur = (amount: string) => ({ amount, currency: 'EUR' })

describe('rowTotal', () => {
  test.each([
    [{ quantity: 3, price: eur('19.99') }, '59.97'],
    [{ quantity: '2.5', price: eur('0.01') }, '0.03'],
    [{ quantity: 3, price: eur('100.00'), discount: 12.5 }, '262.50'],
    [{ quantity: 1, price: eur('0.05'), discount: 50 }, '0.03'],
    [{ quantity: 3, price: { amount: '100', currency: 'JPY' }, discount: '0.5' }, '299'],
  ])('of %j is %s', (row, amount) => {
    expect(rowTotal(row)?.amount).toBe(amount)
  })

  test.each([
    [{ quantity: null, price: eur('1') }],
    [{ quantity: 'two', price: eur('1') }],
    [{ quantity: 2, price: null }],
    [{ quantity: 2, price: eur('1,5') }],
    [{ quantity: 2, price: eur('1'), discount: 'much' }],
  ])('of %j is not known yet', (row) => {
    expect(rowTotal(row)).toBeNull()
  })
})

describe('grandTotal', () => {
  test('adds what the rows show, so that the page adds up', () => {
    const third = { quantity: 1, price: eur('0.333') }
    expect(grandTotal([third, third, third])).toEqual(eur('0.99'))
  })

  test('does not add currencies to each other', () => {
    expect(
      grandTotal([
        { quantity: 1, price: eur('1') },
        { quantity: 1, price: { amount: '1', currency: 'USD' } },
      ]),
    ).toBeNull()
  })

  test('is nothing for rows that have no total yet', () => {
    expect(grandTotal([{ quantity: null, price: null }])).toBeNull()
  })
})

import fc from 'fast-check'
import { openTestCompany, type TestCompany, testNow } from '../testing/test-company.ts'
import { testDatabases } from '../testing/test-databases.ts'
import { activatePrices, preparePrice } from './activate-prices.ts'
import { fitPrice, holdsAt } from './fit-price.ts'
import { createProduct } from './product.ts'
import { listPrices, pricesAt } from './product-price.ts'

const refused = (code: string) => ({ ok: false, error: { code } })

describe('fitting a price between others', () => {
  it('never leaves two in force at once, nor a gap that was not there', () => {
    const starts = fc.uniqueArray(fc.nat({ max: 40 }), { minLength: 1, maxLength: 10 })
    fc.assert(
      fc.property(starts, (all) => {
        let active: { id: number; version: number; validFrom: number; validUntil: number | null }[] = []
        for (const [id, validFrom] of all.entries()) {
          const fit = fitPrice(active, { id, version: 1, validFrom, validUntil: null })
          if (!fit.ok) throw new Error(fit.error.message)
          const { shortened, validUntil } = fit.value
          active = active.map((one) => (one === shortened ? { ...one, validUntil: validFrom } : one))
          active.push({ id, version: 1, validFrom, validUntil })
        }
        const first = Math.min(...all)
        for (let at = 0; at < 45; at += 1)
          expect(active.filter((one) => holdsAt(one, at))).toHaveLength(at < first ? 0 : 1)
      }),
    )
  })
})

describe.each(testDatabases)('prices on %s', (_name, open) => {
  let company: TestCompany
  beforeAll(async () => {
    company = await openTestCompany(open)
  })
  afterAll(() => company.test.drop())

  let made = 0
  const product = () => {
    made += 1
    const values = { code: `T-${made}`, name: 'Test', category: null, unit: 'pcs', mode: 'purchase' } as const
    return company.done('mina', (change) => createProduct(change, values))
  }
  const prepare = (productId: number, amount: string, validFrom: number) =>
    company.done('mina', (change) =>
      preparePrice(change, { productId, kind: 'b1', currency: 'EUR', amount, validFrom }),
    )
  const amountAt = async (id: number, at: number) =>
    (await pricesAt(company.reading, [id], 'b1', at)).get(id)?.amount
  const activate = (...ids: number[]) => company.change('mina', (change) => activatePrices(change, ids))

  it('hold from their time on, each until the next', async () => {
    const id = await product()
    const [later, first] = [await prepare(id, '12.50', 200), await prepare(id, '10', 100)]
    expect(await amountAt(id, 150)).toBeUndefined()
    expect(await activate(later, first)).toMatchObject({ ok: true })
    expect(await Promise.all([99, 100, 199, 200, testNow].map((at) => amountAt(id, at)))).toEqual([
      undefined,
      '10',
      '10',
      '12.5',
      '12.5',
    ])
  })

  it('are activated all or none', async () => {
    const id = await product()
    const [good, same] = [await prepare(id, '1', 100), await prepare(id, '2', 100)]
    expect(await activate(good, same)).toMatchObject(refused('price_conflict'))
    expect((await listPrices(company.reading, id)).map(({ state }) => state)).toEqual([
      'editable',
      'editable',
    ])
  })

  it('are activated once', async () => {
    const price = await prepare(await product(), '1', 100)
    await activate(price)
    expect(await activate(price)).toMatchObject(refused('price_not_editable'))
  })

  it('never overlap, also when many are activated at once', async () => {
    const id = await product()
    const prices: number[] = []
    for (const start of [500, 100, 300, 200, 400, 300]) prices.push(await prepare(id, String(start), start))
    const outcomes = await Promise.all(prices.map((price) => activate(price)))
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(5)
    const active = (await listPrices(company.reading, id)).filter(({ state }) => state === 'active')
    for (const at of [100, 250, 300, 399, 450, 999])
      expect(active.filter((one) => holdsAt(one, at))).toHaveLength(1)
  })

  it.each(['-1', '1.1234567', 'x'])('refuse %p as an amount', async (amount) => {
    const productId = await product()
    const price = { productId, kind: 'b1', currency: 'EUR', amount, validFrom: 1 } as const
    expect(await company.change('mina', (change) => preparePrice(change, price))).toMatchObject(
      refused('bad_price'),
    )
  })

  it('belong to products whose codes are their own', async () => {
    const values = { code: 'PU-1010', name: 'Copy', category: null, unit: 'pcs', mode: 'purchase' } as const
    expect(await company.change('mina', (change) => createProduct(change, values))).toMatchObject(
      refused('product_code_taken'),
    )
  })
})

import fc from 'fast-check'
import { verifyAudit } from '../audit/verify-audit.ts'
import { sumAmounts, toMinorUnits } from '../money/amount.ts'
import type { Change } from '../reading.ts'
import type { Outcome } from '../record-problem.ts'
import { openTestCompany, type TestCompany } from '../testing/test-company.ts'
import { testDatabases } from '../testing/test-databases.ts'
import { approveAll, line, startDeal } from '../testing/test-deals.ts'
import { markQuoted, returnToDraft, submitForApproval } from './approve-items.ts'
import { closeOpportunity, markCancelled, markLost, markOrdered } from './decide-items.ts'
import type { ItemLine } from './item-line.ts'
import { getOpportunity, type Opportunity } from './opportunity.ts'
import { replaceItems } from './replace-items.ts'
import { resultOf, stageOf } from './stage-of.ts'
import { countedItems } from './totals.ts'

describe.each(testDatabases)('opportunities on %s', (_name, open) => {
  let company: TestCompany
  beforeAll(async () => {
    company = await openTestCompany(open)
  })
  afterAll(() => company.test.drop())

  it('hold their invariants whatever is done to them', async () => {
    const place = fc.nat({ max: 5 })
    const step = fc.oneof(
      fc.record({
        kind: fc.constant('lines' as const),
        lines: fc.array(anyLine(), { maxLength: 4 }),
        keep: place,
      }),
      fc.constantFrom('submit', 'return', 'approve', 'quote', 'cancel', 'close').map((kind) => ({ kind })),
      fc.record({ kind: fc.constantFrom('order' as const, 'lose' as const), place }),
    )
    const property = fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 14 }), async (steps) => {
      let deal = await startDeal(company)
      for (const one of steps) deal = await apply(deal, one)
      expect(await verifyAudit(company.reading, 'opportunities', deal.id, deal.version)).toEqual([])
    })
    await fc.assert(property, { numRuns: 12 })
  })

  type Step = { kind: string; lines?: ItemLine[]; keep?: number; place?: number }
  async function apply(deal: Opportunity, step: Step): Promise<Opportunity> {
    const { id } = deal
    const itemId = deal.items[step.place ?? 0]?.id ?? 0
    const kept = deal.items
      .slice(0, step.keep ?? 0)
      .map((item) => ({ ...line(item.productId ?? 1), id: item.id }))
    const acts: Record<string, (change: Change) => Promise<Outcome<Opportunity>>> = {
      lines: (change) => replaceItems(change, deal, [...kept, ...(step.lines ?? [])]),
      submit: (change) => submitForApproval(change, deal),
      return: (change) => returnToDraft(change, deal),
      approve: (change) => approveAll(change, id),
      quote: (change) => markQuoted(change, deal),
      cancel: (change) => markCancelled(change, deal),
      close: (change) => closeOpportunity(change, deal, { lostReasonId: 1 }),
      order: (change) => markOrdered(change, deal, [itemId]),
      lose: (change) => markLost(change, deal, [{ itemId, lostReasonId: 2 }]),
    }
    const outcome = await company.change(
      'sara',
      acts[step.kind] ?? (() => Promise.reject(new Error(step.kind))),
    )
    const after = await getOpportunity(company.reading, id)
    if (after === null) throw new Error('the deal is gone')
    if (!outcome.ok) expect(after).toEqual(deal)
    expectInvariants(after)
    return after
  }
})

const anyLine = () =>
  fc.record({
    productId: fc.integer({ min: 1, max: 120 }),
    quantity: fc.integer({ min: 1, max: 99_999 }).map((n) => (n / 8).toFixed(3)),
    price: fc.integer({ min: 0, max: 9_999_999 }).map((n) => (n / 16).toFixed(4)),
    discount: fc.integer({ min: 0, max: 10_000 }),
  })

function expectInvariants(deal: Opportunity): void {
  expect(deal.stage).toBe(stageOf(deal.items))
  expect(deal.total).toBe(
    sumAmounts(
      countedItems(deal.items).map(({ amount }) => amount),
      deal.currency,
    ),
  )
  expect(BigInt(deal.totalMinor)).toBe(toMinorUnits(deal.total, deal.currency))
  for (const item of deal.items) expect(item.status === 'lost').toBe(item.lostReasonId !== null)
  if (deal.closedAt === null) expect(deal.result).toBe('open')
  else expect(deal.result).toBe(deal.items.length === 0 ? 'lost' : resultOf(deal.items))
  if (deal.result === 'lost')
    expect(deal.lostReasonId !== null || deal.items.some(({ status }) => status === 'lost')).toBe(true)
}

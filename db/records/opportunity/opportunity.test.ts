import { closeCase } from '../approval/close-case.ts'
import { openApprovalCase } from '../approval/open-case.ts'
import { openTestCompany, type TestCompany, testNow } from '../testing/test-company.ts'
import { testDatabases } from '../testing/test-databases.ts'
import { line, quotedDeal, startDeal } from '../testing/test-deals.ts'
import { approvalInputs } from './approval-inputs.ts'
import { markApproved, submitForApproval } from './approve-items.ts'
import { createOpportunity } from './create-opportunity.ts'
import { closeOpportunity, markCancelled, markLost, markOrdered } from './decide-items.ts'
import { findStalled } from './find-stalled.ts'
import type { ItemLine } from './item-line.ts'
import { getOpportunity } from './opportunity.ts'
import { replaceItems } from './replace-items.ts'

describe.each(testDatabases)('opportunities on %s', (_name, open) => {
  let company: TestCompany
  beforeAll(async () => {
    company = await openTestCompany(open)
  })
  afterAll(() => company.test.drop())

  const start = (lines?: readonly ItemLine[]) => startDeal(company, lines)
  const quoted = (lines?: readonly ItemLine[]) => quotedDeal(company, lines)
  const refused = (code: string) => ({ ok: false, error: { code } })

  it('are numbered without gaps, also when one is undone', async () => {
    const first = await start()
    const undone = await company.change('sara', (change) =>
      createOpportunity(change, { title: 'x', partyId: 999_999, ownerId: 'sara', currency: 'EUR' }),
    )
    expect(undone).toMatchObject(refused('record_not_found'))
    const second = await start()
    expect(Number(second.number.slice(3))).toBe(Number(first.number.slice(3)) + 1)
  })

  it('take lines with exact amounts', async () => {
    const deal = await start([
      line(1, '3', '19.99', 500),
      { ...line(2), productId: null, description: 'Freight', unit: 'trip' },
    ])
    expect(deal.items.map(({ amount, unit }) => [amount, unit])).toEqual([
      ['56.97', 'pcs'],
      ['21.00', 'trip'],
    ])
    expect(deal).toMatchObject({ total: '77.97', totalMinor: 7797, stage: 'draft', result: 'open' })
  })

  it.each<[string, Partial<ItemLine>]>([
    ['quantity', { quantity: '0' }],
    ['quantity', { quantity: '1e3' }],
    ['quantity', { quantity: '1.1234567' }],
    ['price', { price: '-1' }],
    ['price', { price: '1'.repeat(13) }],
    ['discount', { discount: 10_001 }],
    ['discount', { discount: 0.5 }],
    ['productId', { productId: 999_999 }],
    ['description', { productId: null }],
  ])('refuse a line with a bad %s and change nothing', async (field, bad) => {
    const deal = await start()
    const outcome = await company.change('sara', (change) =>
      replaceItems(change, deal, [line(1), { ...line(2), ...bad }]),
    )
    expect(outcome).toMatchObject({ ok: false, error: { code: 'bad_line', details: { line: 2, field } } })
    expect(await getOpportunity(company.reading, deal.id)).toEqual(deal)
  })

  it('refuse a stale version, naming both', async () => {
    const deal = await start()
    await company.done('mina', (change) => replaceItems(change, deal, [line(5)]))
    expect(await company.change('sara', (change) => replaceItems(change, deal, []))).toMatchObject({
      ok: false,
      error: {
        code: 'stale_version',
        details: { expectedVersion: deal.version, currentVersion: deal.version + 1, by: 'mina' },
      },
    })
  })

  it('have one winner when many change the same version at once', async () => {
    const deal = await start()
    const races = Array.from({ length: 12 }, (_, index) =>
      company.change('sara', (change) => replaceItems(change, deal, [line(index + 1)])),
    )
    const outcomes = await Promise.all(races)
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1)
    for (const outcome of outcomes) if (!outcome.ok) expect(outcome.error.code).toBe('stale_version')
    expect((await getOpportunity(company.reading, deal.id))?.version).toBe(deal.version + 1)
  })

  it('lose no change of those who hold no version', async () => {
    const deal = await quoted(Array.from({ length: 8 }, (_, index) => line(index + 1)))
    await Promise.all(
      deal.items.map(({ id }) =>
        company.done('sara', (change) => markOrdered(change, { id: deal.id }, [id])),
      ),
    )
    const after = await getOpportunity(company.reading, deal.id)
    expect(after?.stage).toBe('ordered')
    expect(after?.version).toBe(deal.version + 8)
  })

  it('are approved only by a case that approved exactly this content', async () => {
    const deal = await start()
    await company.done('sara', (change) => submitForApproval(change, deal))
    const policy = {
      approvers: [],
      mode: 'serial',
      subjectKind: 'opportunity',
      subjectId: deal.id,
      requesterId: 'sara',
    } as const
    const { id: caseId } = await company.done('sara', (change) => openApprovalCase(change, policy))
    const approve = () => company.change('mina', (change) => markApproved(change, { id: deal.id }, caseId))
    expect(await approve()).toMatchObject(refused('not_approved'))
    await company.done('mina', (change) => closeCase(change, caseId, 'approved'))
    const [first] = deal.items
    await company.done('sara', (change) =>
      replaceItems(change, { id: deal.id }, [{ ...line(1), id: first?.id, discount: 900 }]),
    )
    expect(await approve()).toMatchObject(refused('subject_changed'))
  })

  it('go back to draft where an approved line is changed, and only there', async () => {
    const deal = await quoted()
    const [first, second] = deal.items
    const lines = [
      { ...line(1), id: first?.id },
      { ...line(2, '5'), id: second?.id },
    ]
    const after = await company.done('sara', (change) => replaceItems(change, deal, lines))
    expect(after.items.map(({ status }) => status)).toEqual(['quoted', 'draft'])
    expect(after.stage).toBe('draft')
  })

  it('keep ordered and lost lines as they are', async () => {
    const deal = await quoted([line(1), line(2), line(3)])
    const [a, b, c] = deal.items.map(({ id }) => id)
    await company.done('sara', (change) => markOrdered(change, deal, [a ?? 0]))
    await company.done('sara', (change) =>
      markLost(change, { id: deal.id }, [{ itemId: b ?? 0, lostReasonId: 1 }]),
    )
    const locked = await company.change('sara', (change) =>
      replaceItems(change, { id: deal.id }, [{ ...line(1, '9'), id: a }]),
    )
    expect(locked).toMatchObject(refused('item_locked'))
    const after = await company.done('sara', (change) =>
      replaceItems(change, { id: deal.id }, [{ ...line(3), id: c }]),
    )
    expect(after.items.map(({ status }) => status)).toEqual(['quoted', 'ordered', 'lost'])
  })

  it('can be lost only with a reason in use', async () => {
    const deal = await start()
    const lose = (lostReasonId: number) =>
      company.change('sara', (change) =>
        markLost(
          change,
          deal,
          deal.items.map(({ id }) => ({ itemId: id, lostReasonId })),
        ),
      )
    expect(await lose(999)).toMatchObject(refused('reason_not_found'))
    expect(await lose(0)).toMatchObject(refused('reason_not_found'))
    expect(await lose(2)).toMatchObject({ ok: true, value: { stage: 'lost', total: '42.00' } })
    const closed = await company.done('sara', (change) => closeOpportunity(change, { id: deal.id }))
    expect(closed.result).toBe('lost')
  })

  it('end as their items say, once, and change no more', async () => {
    const deal = await quoted()
    const [first, second] = deal.items.map(({ id }) => id)
    await company.done('sara', (change) => markOrdered(change, deal, [first ?? 0]))
    const close = () => company.change('sara', (change) => closeOpportunity(change, { id: deal.id }))
    expect(await close()).toMatchObject(refused('items_undecided'))
    await company.done('sara', (change) =>
      markLost(change, { id: deal.id }, [{ itemId: second ?? 0, lostReasonId: 1 }]),
    )
    expect(await close()).toMatchObject({ ok: true, value: { result: 'partly_won', closedAt: testNow } })
    expect(await close()).toMatchObject(refused('opportunity_closed'))
  })

  it('need a reason of their own when nothing in them was lost', async () => {
    const deal = await start()
    await company.done('sara', (change) => markCancelled(change, deal))
    const close = (lostReasonId: number | null) =>
      company.change('sara', (change) => closeOpportunity(change, { id: deal.id }, { lostReasonId }))
    expect(await close(null)).toMatchObject(refused('reason_required'))
    expect(await close(3)).toMatchObject({ ok: true, value: { result: 'lost', lostReasonId: 3 } })
  })

  it('give the approval matrix whole numbers', async () => {
    const deal = await start([line(1, '1', '1000', 1500), line(2, '1', '500', 250)])
    const inputs = await approvalInputs(company.reading, deal.id, testNow)
    expect(inputs).toMatchObject({ ok: true, value: { amount: 133_750, maxDiscount: 1500, currency: 'EUR' } })
    const margin = inputs.ok ? inputs.value.margin : null
    expect(Number.isInteger(margin)).toBe(true)
    const unknown = await start([{ ...line(1), productId: null, description: 'Freight' }])
    expect(await approvalInputs(company.reading, unknown.id, testNow)).toMatchObject({
      value: { margin: null },
    })
  })

  it('are found when nobody has touched them for days', async () => {
    const day = 24 * 60 * 60 * 1000
    const deal = await start()
    const ids = async (days: number) =>
      (await findStalled(company.reading, testNow + 14 * day, days)).map(({ id }) => id)
    expect(await ids(14)).toContain(deal.id)
    expect(await ids(15)).not.toContain(deal.id)
  })
})

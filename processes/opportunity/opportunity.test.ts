import { changeTitleAndContact } from '../../db/records/opportunity/change-head.ts'
import { noVariables } from '../../engine/json.ts'
import { decodeEvents } from '../../engine/state/event-codec.ts'
import { formState } from '../../forms/index.ts'
import { CompanyUnderTest } from '../company-under-test.ts'
import type { DealUnderTest } from '../deal-under-test.ts'

const day = 24 * 60 * 60 * 1000

let company: CompanyUnderTest
beforeAll(async () => {
  company = await CompanyUnderTest.open(decodeEvents)
})
afterAll(() => company.close())

const row = (product: string, amount = '3000.00', discount = 0) => ({
  product,
  quantity: '2',
  unit: 'pcs',
  price: { amount, currency: 'EUR' },
  discount,
})
const twoRows = [row('1'), row('16')]

const define = (deal: DealUnderTest, items = twoRows) =>
  deal.submit('define-items', { by: 'sara', outcome: 'submit', values: { items } })
const approve = (deal: DealUnderTest) => deal.submit('vote', { by: 'mina', outcome: 'approve' })

/** A deal whose items are approved and wait for the customer. */
async function approvedDeal(): Promise<DealUnderTest> {
  const deal = await company.startDeal()
  expect(await define(deal)).toBeNull()
  expect(await approve(deal)).toBeNull()
  return deal
}

/** What the form of the decision sends: a choice for each item, in order. */
async function decide(deal: DealUnderTest, choices: readonly string[], outcome = 'record', note = '') {
  const { items } = (await deal.variables()) as { items: { id: string }[] } // openRows wrote it
  const rows = items.map(({ id }, index) => {
    const [decision = 'open', lostReason] = choices[index]?.split(':') ?? []
    return { id, decision, ...(lostReason ? { lostReason } : {}) }
  })
  return deal.submit('quote-decision', { by: 'sara', outcome, values: { items: rows, note } })
}

test('a deal is won: its items are negotiated, approved, quoted and ordered', async () => {
  const deal = await company.startDeal()
  expect(await deal.record()).toMatchObject({ stage: 'draft', ownerId: 'sara', instanceKey: deal.instance })
  expect(await deal.task('define-items')).toMatchObject({ assignee: 'sara', candidateGroups: '["sales"]' })
  expect(await define(deal)).toBeNull()
  expect(await deal.record()).toMatchObject({ stage: 'approval', total: '12000.00' })
  expect(await deal.openTasks()).toEqual(['vote'])
  expect(await approve(deal)).toBeNull()
  expect(await deal.statuses()).toEqual(['approved', 'approved'])
  expect(await deal.task('quote-decision')).toMatchObject({ assignee: 'sara' })
  expect(await decide(deal, ['ordered', 'ordered'])).toBeNull()
  expect(await deal.record()).toMatchObject({ stage: 'ordered', result: 'won', lostReasonId: null })
  expect(await deal.reached()).toEqual(expect.arrayContaining(['deal-decided', 'won']))
  expect(await deal.status()).toBe('completed')
})

test('a small deal at list terms needs no approval', async () => {
  const deal = await company.startDeal()
  expect(await define(deal, [row('1', '490.00')])).toBeNull()
  expect(await deal.openTasks()).toEqual(['quote-decision'])
  expect(await deal.statuses()).toEqual(['approved'])
  expect(await deal.requests()).toMatchObject([{ state: 'approved', votes: [] }])
})

test('a deal is partly won: what the customer declines is lost for its reason, the rest goes on', async () => {
  const deal = await approvedDeal()
  expect(await decide(deal, ['ordered', 'lost:1'])).toBeNull()
  const { result, items } = await deal.record()
  expect(result).toBe('partly_won')
  expect(items.map(({ status, lostReasonId }) => [status, lostReasonId])).toEqual([
    ['ordered', null],
    ['lost', 1],
  ])
  expect(await deal.reached()).toContain('partly-won')
})

test('a deal is lost when the customer declines everything', async () => {
  const deal = await approvedDeal()
  expect(await decide(deal, ['lost:2', 'lost:3'])).toBeNull()
  expect(await deal.record()).toMatchObject({ stage: 'lost', result: 'lost' })
  expect(await deal.reached()).toContain('lost')
})

test('what the customer has not decided is quoted and asked again', async () => {
  const deal = await approvedDeal()
  expect(await decide(deal, ['open', 'open'])).toBeNull()
  expect(await deal.record()).toMatchObject({ stage: 'quoted', result: 'open' })
  expect(await decide(deal, ['ordered', 'open'])).toBeNull()
  expect(await deal.openTasks()).toEqual(['quote-decision'])
  expect(await deal.statuses()).toEqual(['ordered', 'quoted'])
  expect(await decide(deal, ['lost:1'])).toBeNull()
  expect((await deal.record()).result).toBe('partly_won')
})

test('other terms are negotiated and approved again', async () => {
  const deal = await approvedDeal()
  expect(await decide(deal, ['open', 'open'], 'renegotiate', 'Five percent off, please.')).toBeNull()
  expect(await deal.statuses()).toEqual(['draft', 'draft'])
  const { items, customerNote } = await deal.variables()
  expect(customerNote).toBe('Five percent off, please.')
  const rows = (items as { id: string }[]).map(({ id }, index) => ({ ...twoRows[index], id, discount: 5 }))
  expect(
    await deal.submit('define-items', { by: 'sara', outcome: 'submit', values: { items: rows } }),
  ).toBeNull()
  expect(await deal.record()).toMatchObject({ stage: 'approval', total: '11400.00' })
  expect(await approve(deal)).toBeNull()
  expect(await deal.openTasks()).toEqual(['quote-decision'])
  expect(await deal.requests()).toHaveLength(2)
})

test('a deal is given up with a reason, with and without items', async () => {
  for (const items of [twoRows, []]) {
    const deal = await company.startDeal()
    const given = { by: 'sara', outcome: 'lose', values: { items, lostReason: '4' } }
    expect(await deal.submit('define-items', given)).toBeNull()
    expect(await deal.record()).toMatchObject({ result: 'lost', lostReasonId: 4 })
    expect(await deal.statuses()).toEqual(items.map(() => 'lost'))
    expect(await deal.reached()).toEqual(expect.arrayContaining(['deal-given-up', 'lost']))
  }
})

/** Whether the form of this task now shows one of its texts. */
async function shows(deal: DealUnderTest, formId: string, text: string): Promise<boolean> {
  const form = company.forms.get(formId)
  if (form === undefined) throw new Error(`there is no form ${formId}`)
  const moment = { now: company.test.now, zone: 'UTC' }
  return formState(form, { ...(await deal.variables()) }, moment).get(`#${text}`)?.visible ?? false
}

test('a refused request leads back to the negotiation, with the reason', async () => {
  const deal = await company.startDeal()
  expect(await shows(deal, 'define-items', 'refused-because')).toBe(false)
  expect(await shows(deal, 'define-items', 'managers-note')).toBe(false)
  await define(deal)
  await deal.submit('vote', { by: 'mina', outcome: 'reject', values: { comment: 'Below our cost.' } })
  expect(await deal.openTasks()).toEqual(['define-items'])
  expect(await deal.variables()).toMatchObject({ decision: 'rejected', reason: 'Below our cost.' })
  expect(await shows(deal, 'define-items', 'refused-because')).toBe(true)
  expect(await shows(deal, 'define-items', 'withdrawn-before')).toBe(false)
  expect(await deal.statuses()).toEqual(['draft', 'draft'])
})

test('what a handler refuses is undone in the records and in the process, and the task stays open', async () => {
  const deal = await company.startDeal()
  const before = await deal.record()
  const foreign = [row('1'), { ...row('16'), product: '9999' }]
  expect(await define(deal, foreign)).toBe('bad_line')
  expect(await deal.record()).toEqual(before)
  expect(await deal.openTasks()).toEqual(['define-items'])
  expect((await deal.variables()).items).toEqual([])
})

test('a deal that is there already is taken over by its process, once', async () => {
  const first = await company.startDeal()
  const again = company.startDeal('sara', { opportunityId: String(first.id) })
  await expect(again).rejects.toThrow('handler_rejected')
  expect(await first.record()).toMatchObject({ instanceKey: first.instance })
})

describe('a stalled deal', () => {
  test('is shown to a manager, whose note reaches the salesperson', async () => {
    const deal = await company.startDeal()
    await company.wait(14 * day)
    expect(await deal.openTasks()).toEqual(['assist-stalled', 'define-items'])
    expect(await deal.task('assist-stalled')).toMatchObject({ candidateGroups: '["sales-management"]' })
    await company.wait(14 * day)
    expect(await deal.openTasks()).toEqual(['assist-stalled', 'define-items'])
    const values = { note: 'Offer them a pilot.' }
    expect(await deal.submit('assist-stalled', { by: 'mina', outcome: 'assist', values })).toBeNull()
    expect(await deal.variables()).toMatchObject({ managerNote: 'Offer them a pilot.', assisting: false })
    expect(await shows(deal, 'define-items', 'managers-note')).toBe(true)
    expect(await deal.reached()).toContain('salesperson-helped')
    await company.wait(14 * day)
    expect(await deal.openTasks()).toEqual(['assist-stalled', 'define-items'])
  })

  test('is closed by the manager: all open items are lost and nobody is asked for approval any more', async () => {
    const deal = await company.startDeal()
    await define(deal)
    await company.wait(14 * day)
    const values = { lostReason: '7' }
    expect(await deal.submit('assist-stalled', { by: 'arash', outcome: 'close', values })).toBeNull()
    expect(await deal.record()).toMatchObject({ result: 'lost', lostReasonId: 7 })
    expect(await deal.openTasks()).toEqual([])
    expect(await deal.requests()).toMatchObject([{ state: 'withdrawn' }])
    expect(await deal.reached()).toEqual(expect.arrayContaining(['manager-closed', 'lost']))
  })

  test('is none while somebody works on it', async () => {
    const deal = await company.startDeal()
    await company.wait(10 * day)
    await company.records.done(
      'sara',
      (change) => changeTitleAndContact(change, deal, { title: 'Two pumps' }),
      company.test.now,
    )
    await company.wait(4 * day)
    expect(await deal.openTasks()).toEqual(['define-items'])
    expect(await deal.reached()).toContain('not-stalled')
  })

  test('that is decided while a manager looks at it ends without them', async () => {
    const deal = await approvedDeal()
    await company.wait(14 * day)
    expect(await deal.openTasks()).toEqual(['assist-stalled', 'quote-decision'])
    expect(await decide(deal, ['ordered', 'ordered'])).toBeNull()
    expect(await deal.openTasks()).toEqual([])
    expect(await deal.status()).toBe('completed')
  })
})

describe('when the customer cancels', () => {
  const cancel = (deal: DealUnderTest, variables: Record<string, string> = {}) =>
    company.test.engine.publish(
      {
        ...{ name: 'customer-cancelled', correlationKey: String(deal.id), messageId: '', timeToLive: 0 },
        variables: Object.assign(noVariables(), variables),
      },
      { by: 'sara' },
    )

  test('with a reason, the deal ends at once, in the middle of an approval', async () => {
    const deal = await company.startDeal()
    await define(deal)
    await cancel(deal, { lostReason: '5' })
    expect(await deal.record()).toMatchObject({ stage: 'cancelled', result: 'lost', lostReasonId: 5 })
    expect(await deal.requests()).toMatchObject([{ state: 'withdrawn' }])
    expect(await deal.openTasks()).toEqual([])
    expect(await deal.reached()).toEqual(expect.arrayContaining(['deal-cancelled', 'lost']))
  })

  test('without one, the salesperson is asked for it', async () => {
    const deal = await approvedDeal()
    await cancel(deal)
    expect(await deal.openTasks()).toEqual(['explain-cancellation'])
    const values = { lostReason: '3' }
    expect(await deal.submit('explain-cancellation', { by: 'sara', outcome: 'record', values })).toBeNull()
    expect(await deal.statuses()).toEqual(['cancelled', 'cancelled'])
    expect(await deal.record()).toMatchObject({ result: 'lost', lostReasonId: 3 })
  })
})

test('nothing of all this has left an incident or a fault', async () => {
  expect(await company.test.engine.store.find('incidents', { where: [] })).toEqual([])
  expect(company.test.faults).toEqual([])
})

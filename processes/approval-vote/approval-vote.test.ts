import { createSubstitution } from '../../db/records/people/substitution.ts'
import { decodeEvents } from '../../engine/state/event-codec.ts'
import { CompanyUnderTest } from '../company-under-test.ts'
import type { DealUnderTest } from '../deal-under-test.ts'

const hour = 60 * 60 * 1000
const day = 24 * hour

let company: CompanyUnderTest
beforeAll(async () => {
  company = await CompanyUnderTest.open(decodeEvents)
})
afterAll(() => company.close())

/** A deal of Sara's for which sales management is asked. */
async function asked(by = 'sara'): Promise<DealUnderTest> {
  const deal = await company.startDeal(by)
  const price = { amount: '3000.00', currency: 'EUR' }
  const items = [{ product: '97', quantity: '2', unit: 'pcs', price, discount: 0 }]
  expect(await deal.submit('define-items', { by, outcome: 'submit', values: { items } })).toBeNull()
  return deal
}

const approve = (deal: DealUnderTest, by: string) => deal.submit('vote', { by, outcome: 'approve' })
const handOver = (deal: DealUnderTest, to: string, by = 'mina') =>
  deal.submit('vote', { by, outcome: 'delegate', values: { delegateTo: to, comment: 'You know them.' } })
const votesOf = async (deal: DealUnderTest) =>
  (await deal.requests())[0]?.votes.map(({ approver, outcome, voterId }) => [approver, outcome, voterId])

test('the approver sees what the request is about', async () => {
  const deal = await asked()
  const { instance } = await deal.task('vote')
  const { number, title, items } = await deal.record()
  expect(await company.test.variablesOf(instance)).toMatchObject({
    because: 'standard',
    summary: { number, title, total: '6000.00', maxDiscount: 0 },
    lines: [{ description: items[0]?.description, amount: { amount: '6000.00', currency: 'EUR' } }],
  })
})

test('a vote ends it', async () => {
  const deal = await asked()
  expect(await approve(deal, 'mina')).toBeNull()
  expect(await deal.reached('approval-vote')).toEqual(expect.arrayContaining(['vote-given', 'voted']))
})

test('a vote for a group that the voter is not in is refused', async () => {
  const deal = await asked()
  expect(await approve(deal, 'elena')).toBe('not_an_approver')
  expect(await deal.openTasks()).toEqual(['vote'])
})

describe('the reminder', () => {
  test('comes after a day, and can be put away', async () => {
    const deal = await asked()
    await company.wait(day - 1)
    expect(await deal.openTasks()).toEqual(['vote'])
    await company.wait(1)
    expect(await deal.openTasks()).toEqual(['reminder', 'vote'])
    expect(await deal.task('reminder')).toMatchObject({
      candidateGroups: '["sales-management"]',
      priority: 70,
    })
    expect(await deal.submit('reminder', { by: 'mina', outcome: 'noted' })).toBeNull()
    expect(await deal.openTasks()).toEqual(['vote'])
    expect(await deal.reached('approval-vote')).toContain('reminder-seen')
  })

  test('goes when the vote is given', async () => {
    const deal = await asked()
    await company.wait(day)
    expect(await approve(deal, 'arash')).toBeNull()
    expect(await deal.openTasks()).toEqual(['quote-decision'])
  })
})

describe('after two days', () => {
  test('the superior is asked instead, more urgently', async () => {
    const deal = await asked()
    await company.wait(2 * day)
    expect(await deal.openTasks()).toEqual(['vote'])
    expect(await deal.task('vote')).toMatchObject({ assignee: 'mina', candidateGroups: '[]', priority: 80 })
    expect(await votesOf(deal)).toEqual([
      ['sales-management', 'escalated', 'timer'],
      ['mina', null, null],
    ])
    expect(await approve(deal, 'mina')).toBeNull()
    expect(await deal.requests()).toMatchObject([{ state: 'approved' }])
  })

  test('the same approver is asked again where there is no superior', async () => {
    const deal = await asked('mina')
    await company.wait(2 * day)
    expect(await deal.task('vote')).toMatchObject({ candidateUsers: '["arash"]', priority: 80 })
    await company.wait(day)
    expect(await deal.openTasks()).toEqual(['reminder', 'vote'])
    expect(await approve(deal, 'arash')).toBeNull()
  })
})

describe('a colleague', () => {
  test('decides instead when the vote is handed over', async () => {
    const deal = await asked()
    expect(await handOver(deal, 'lena')).toBeNull()
    expect(await deal.task('vote')).toMatchObject({ assignee: 'lena', priority: 50 })
    expect(await approve(deal, 'lena')).toBeNull()
    expect(await votesOf(deal)).toEqual([
      ['sales-management', 'delegated', 'mina'],
      ['lena', 'approve', 'lena'],
    ])
  })

  test.each([
    ['the requester', 'sara', 'mina', 'nobody_to_delegate_to'],
    ['someone unknown', 'nobody', 'mina', 'nobody_to_delegate_to'],
    ['by the requester', 'lena', 'sara', 'own_request'],
  ])('is refused: %s', async (_who, to, by, reason) => {
    const deal = await asked()
    expect(await handOver(deal, to, by)).toBe(reason)
    expect(await deal.task('vote')).toMatchObject({ candidateGroups: '["sales-management"]' })
    expect(await votesOf(deal)).toEqual([['sales-management', null, null]])
  })

  test('who is absent is asked together with their substitutes', async () => {
    const { now } = company.test
    const absence = { absentId: 'lena', substituteId: 'navid', fromAt: now, untilAt: now + day }
    await company.records.done('lena', (change) => createSubstitution(change, absence), now)
    const deal = await asked()
    expect(await handOver(deal, 'lena')).toBeNull()
    expect(await deal.task('vote')).toMatchObject({ assignee: null, candidateUsers: '["lena","navid"]' })
    expect(await approve(deal, 'navid')).toBeNull()
    expect(await votesOf(deal)).toMatchObject([{}, ['lena', 'approve', 'navid']])
  })
})

test('nothing of all this has left an incident or a fault', async () => {
  expect(await company.test.engine.store.find('incidents', { where: [] })).toEqual([])
  expect(company.test.faults).toEqual([])
})

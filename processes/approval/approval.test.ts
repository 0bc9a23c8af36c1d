import { replaceItems } from '../../db/records/opportunity/replace-items.ts'
import { disableUser, enableUser } from '../../db/records/people/change-user.ts'
import { createSubstitution, endSubstitution } from '../../db/records/people/substitution.ts'
import { getUser } from '../../db/records/people/user.ts'
import { decodeEvents } from '../../engine/state/event-codec.ts'
import { CompanyUnderTest } from '../company-under-test.ts'
import type { DealUnderTest } from '../deal-under-test.ts'

const hour = 60 * 60 * 1000

let company: CompanyUnderTest
beforeAll(async () => {
  company = await CompanyUnderTest.open(decodeEvents)
})
afterAll(() => company.close())

/** Terms for which the matrix asks … */
const terms = {
  /** … sales management. */
  ordinary: { amount: '3000.00', discount: 0 },
  /** … sales management, then finance. */
  large: { amount: '60000.00', discount: 0 },
  /** … both at once. */
  steep: { amount: '3000.00', discount: 16 },
} as const

async function asking(terms: { amount: string; discount: number }, by = 'sara'): Promise<DealUnderTest> {
  const deal = await company.startDeal(by)
  expect(await submit(deal, terms, by)).toBeNull()
  return deal
}

const row = ({ amount, discount }: { amount: string; discount: number }, id?: unknown) => ({
  ...(typeof id === 'string' ? { id } : {}),
  ...{ product: '1', quantity: '2', unit: 'pcs', price: { amount, currency: 'EUR' }, discount },
})

const submit = (deal: DealUnderTest, terms: { amount: string; discount: number }, by = 'sara') =>
  deal.submit('define-items', { by, outcome: 'submit', values: { items: [row(terms)] } })

const vote = (deal: DealUnderTest, by: string, outcome = 'approve', comment = '') =>
  deal.submit('vote', { by, outcome, values: { comment } })

const groups = async (deal: DealUnderTest) =>
  (await deal.tasks()).map(({ candidateGroups }) => JSON.parse(candidateGroups).join())

/** The vote of one group among several that are open. */
async function voteFor(deal: DealUnderTest, group: string, by: string, outcome = 'approve', comment = '') {
  const task = (await deal.tasks()).find(({ candidateGroups }) => candidateGroups.includes(`"${group}"`))
  const variables = { outcome, comment, delegateTo: null }
  const command = { type: 'completeTask', key: task?.key ?? 0, variables, outcome } as const
  const done = await company.test.engine.execute(task?.instance ?? 0, command, { by })
  return done.ok ? null : 'reason' in done.error ? done.error.reason : done.error.code
}

describe('in turn', () => {
  test('the second is asked when the first has approved, and the request ends approved', async () => {
    const deal = await asking(terms.large)
    expect(await groups(deal)).toEqual(['sales-management'])
    expect(await vote(deal, 'mina')).toBeNull()
    expect(await groups(deal)).toEqual(['finance'])
    expect(await vote(deal, 'farid')).toBeNull()
    expect(await deal.requests()).toMatchObject([
      { state: 'approved', mode: 'serial', votes: [{ voterId: 'mina' }, { voterId: 'farid' }] },
    ])
    expect(await deal.reached('approval')).toContain('approved')
    expect(await deal.openTasks()).toEqual(['quote-decision'])
  })

  test('a rejection ends it at once', async () => {
    const deal = await asking(terms.large)
    expect(await vote(deal, 'mina', 'reject', 'Too risky.')).toBeNull()
    expect(await deal.requests()).toMatchObject([{ state: 'rejected' }])
    expect(await deal.reached('approval')).toContain('rejected')
    expect(await deal.openTasks()).toEqual(['define-items'])
  })
})

describe('together', () => {
  test('all are asked at once, and all must approve', async () => {
    const deal = await asking(terms.steep)
    expect((await groups(deal)).sort()).toEqual(['finance', 'sales-management'])
    expect(await voteFor(deal, 'finance', 'elena')).toBeNull()
    expect(await groups(deal)).toEqual(['sales-management'])
    expect(await voteFor(deal, 'sales-management', 'mina')).toBeNull()
    expect(await deal.requests()).toMatchObject([{ state: 'approved', mode: 'parallel', quorum: 0 }])
  })

  test('the first veto withdraws what the others were asked', async () => {
    const deal = await asking(terms.steep)
    expect(await voteFor(deal, 'finance', 'farid', 'reject', 'No.')).toBeNull()
    expect(await deal.openTasks()).toEqual(['define-items'])
    expect(await deal.variables()).toMatchObject({ decision: 'rejected', reason: 'No.' })
  })

  test('with a quorum, enough approvals end it', async () => {
    // No standard cost: no margin, which either of the two may accept.
    const deal = await company.startDeal('sara', { currency: 'USD' })
    const items = [{ ...row(terms.ordinary), price: { amount: '3000.00', currency: 'USD' } }]
    expect(await deal.submit('define-items', { by: 'sara', outcome: 'submit', values: { items } })).toBeNull()
    expect((await groups(deal)).sort()).toEqual(['finance', 'sales-management'])
    expect(await voteFor(deal, 'finance', 'farid')).toBeNull()
    expect(await deal.requests()).toMatchObject([{ state: 'approved', quorum: 1 }])
    expect(await deal.openTasks()).toEqual(['quote-decision'])
  })
})

describe('what is returned', () => {
  const returned = async () => {
    const deal = await asking(terms.ordinary)
    expect(await vote(deal, 'mina', 'return', 'Which pump?')).toBeNull()
    return deal
  }
  const correct = async (
    deal: DealUnderTest,
    corrected: { amount: string; discount: number },
    by = 'sara',
  ) => {
    const [item] = (await deal.record()).items
    const values = { items: [row(corrected, String(item?.id))], note: 'The big one.' }
    return deal.submit('correct', { by, outcome: 'resubmit', values })
  }

  test('is corrected by the requester and asked for in a new round', async () => {
    const deal = await returned()
    expect(await deal.task('correct')).toMatchObject({ assignee: 'sara' })
    expect(await correct(deal, { amount: '2500.00', discount: 10 })).toBeNull()
    expect(await deal.record()).toMatchObject({ stage: 'approval', total: '4500.00' })
    expect(await vote(deal, 'arash')).toBeNull()
    const [request] = await deal.requests()
    expect(request).toMatchObject({ state: 'approved', round: 2 })
    expect(request?.votes.map(({ outcome, reason }) => [outcome, reason])).toEqual([
      ['return', 'Which pump?'],
      ['approve', null],
    ])
  })

  test('needs nobody any more when the matrix has become content', async () => {
    const deal = await returned()
    expect(await correct(deal, { amount: '450.00', discount: 0 })).toBeNull()
    expect(await deal.reached('approval')).toContain('approved-unasked')
    expect(await deal.statuses()).toEqual(['approved'])
  })

  test('can be withdrawn', async () => {
    const deal = await returned()
    expect(await deal.submit('correct', { by: 'sara', outcome: 'withdraw' })).toBeNull()
    expect(await deal.requests()).toMatchObject([{ state: 'withdrawn' }])
    expect(await deal.reached('approval')).toContain('withdrawn')
    expect(await deal.openTasks()).toEqual(['define-items'])
    expect(await deal.statuses()).toEqual(['draft'])
  })

  test('is not approved by whoever corrected it', async () => {
    const deal = await returned()
    expect(await correct(deal, terms.ordinary, 'arash')).toBeNull()
    expect(await vote(deal, 'arash')).toBe('own_request')
    expect(await vote(deal, 'mina')).toBeNull()
  })
})

describe('what is changed while it waits', () => {
  const change = async (deal: DealUnderTest, price: string) => {
    const [item] = (await deal.record()).items
    const line = { id: item?.id ?? 0, productId: 1, quantity: '2', price, discount: 0 }
    const lines = [line, { productId: 2, quantity: '1', price, discount: 0 }]
    await company.records.done('sara', (change) => replaceItems(change, deal, lines), company.test.now)
  }

  test.each(['ordinary', 'steep'] as const)(
    'voids the votes and is asked for again: %s terms',
    async (kind) => {
      const deal = await asking(terms[kind])
      await change(deal, '2000.00')
      expect(await voteFor(deal, 'sales-management', 'mina')).toBeNull()
      const [request] = await deal.requests()
      expect(request).toMatchObject({ state: 'open', round: 2 })
      expect(
        request?.votes.filter(({ round }) => round === 1).every(({ voidedAt }) => voidedAt !== null),
      ).toBe(true)
      expect(await groups(deal)).toEqual(['sales-management'])
      expect(await vote(deal, 'mina')).toBeNull()
      expect(await deal.record()).toMatchObject({ stage: 'approved', total: '6000.00' })
    },
  )

  test('is not approved by votes that were given before', async () => {
    const deal = await asking(terms.large)
    expect(await vote(deal, 'mina')).toBeNull()
    await change(deal, '61000.00')
    expect(await vote(deal, 'farid')).toBeNull()
    expect(await deal.requests()).toMatchObject([{ state: 'open', round: 2 }])
    expect(await groups(deal)).toEqual(['sales-management'])
  })
})

describe('nobody approves their own request', () => {
  test('a group that the requester belongs to is asked person by person', async () => {
    const deal = await asking(terms.ordinary, 'mina')
    expect(await deal.task('vote')).toMatchObject({ candidateGroups: '[]', candidateUsers: '["arash"]' })
    const before = await deal.requests()
    expect(await vote(deal, 'mina')).toBe('own_request')
    expect(await deal.requests()).toEqual(before)
    expect(await deal.openTasks()).toEqual(['vote'])
    expect(await vote(deal, 'arash')).toBeNull()
  })

  test('also not as a substitute', async () => {
    const { now } = company.test
    const absence = { absentId: 'mina', substituteId: 'sara', fromAt: now, untilAt: now + hour }
    const id = await company.records.done('mina', (change) => createSubstitution(change, absence), now)
    const deal = await asking(terms.ordinary)
    expect(await deal.task('vote')).toMatchObject({
      candidateGroups: '[]',
      candidateUsers: '["arash","mina"]',
    })
    expect(await vote(deal, 'sara')).toBe('own_request')
    await company.records.done('mina', (change) => endSubstitution(change, { id, version: 1 }), now)
  })

  test('and where nobody else is left the request is refused before it is made', async () => {
    const toggle = async (set: typeof disableUser) => {
      const arash = await getUser(company.records.reading, 'arash')
      await company.records.done('omid', (change) =>
        set(change, { id: 'arash', version: arash?.version ?? 0 }),
      )
    }
    await toggle(disableUser)
    const deal = await company.startDeal('mina')
    expect(await submit(deal, terms.ordinary, 'mina')).toBe('nobody_to_approve')
    expect(await deal.statuses()).toEqual([])
    expect(await deal.openTasks()).toEqual(['define-items'])
    await toggle(enableUser)
  })
})

test('a request that no row of the matrix fits is refused before it is made', async () => {
  const matrix = company.files.find(({ name }) => name === 'approval-matrix.dmn')?.content ?? ''
  const narrower = matrix.replace(/<rule id="otherwise">[\s\S]*?<\/rule>/, '')
  expect(narrower).not.toBe(matrix)
  const deploy = (content: string) =>
    company.test.engine.deploy([{ name: 'approval-matrix.dmn', content }], 'omid')
  expect(await deploy(narrower)).toMatchObject({ ok: true })
  const deal = await company.startDeal()
  expect(await submit(deal, terms.ordinary)).toBe('no_row_fits')
  expect(await deal.statuses()).toEqual([])
  expect(await deal.openTasks()).toEqual(['define-items'])
  await deploy(matrix)
})

test('nothing of all this has left an incident or a fault', async () => {
  expect(await company.test.engine.store.find('incidents', { where: [] })).toEqual([])
  expect(company.test.faults).toEqual([])
})

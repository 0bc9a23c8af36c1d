import { createOpportunity } from '../opportunity/create-opportunity.ts'
import { replaceItems } from '../opportunity/replace-items.ts'
import { createSubstitution } from '../people/substitution.ts'
import { openTestCompany, type TestCompany, testNow } from '../testing/test-company.ts'
import { testDatabases } from '../testing/test-databases.ts'
import { casesOf, getCase } from './approval-case.ts'
import { type Ballot, castVote } from './cast-vote.ts'
import { closeCase, voidVotes } from './close-case.ts'
import { handOverVote } from './hand-over-vote.ts'
import { type ApprovalPolicy, openApprovalCase, startRound } from './open-case.ts'

const line = { productId: 1, quantity: '1', price: '10', discount: 0 }
const refused = (code: string) => ({ ok: false, error: { code } })

describe.each(testDatabases)('approvals on %s', (_name, open) => {
  let company: TestCompany
  beforeAll(async () => {
    company = await openTestCompany(open)
  })
  afterAll(() => company.test.drop())

  /** A case about a new deal of Sara's. */
  async function ask(policy: ApprovalPolicy): Promise<{ caseId: number; dealId: number }> {
    const deal = await company.done('sara', async (change) => {
      const created = await createOpportunity(change, {
        title: 'x',
        partyId: 1,
        ownerId: 'sara',
        currency: 'EUR',
      })
      return created.ok ? replaceItems(change, created.value, [line]) : created
    })
    const subject = { subjectKind: 'opportunity', subjectId: deal.id, requesterId: 'sara' } as const
    const opened = await company.done('sara', (change) => openApprovalCase(change, { ...policy, ...subject }))
    return { caseId: opened.id, dealId: deal.id }
  }
  const vote = (caseId: number, voterId: string, approver = voterId, how: Partial<Ballot> = {}) =>
    company.change(voterId, (change) =>
      castVote(change, { caseId, approver, voterId, outcome: 'approve', ...how }),
    )

  it('go through the approvers in order', async () => {
    const { caseId } = await ask({ approvers: ['mina', 'farid'], mode: 'serial' })
    expect(await vote(caseId, 'farid')).toMatchObject(refused('not_your_turn'))
    expect(await vote(caseId, 'mina')).toEqual({ ok: true, value: 'open' })
    expect(await company.change('mina', (c) => closeCase(c, caseId, 'approved'))).toMatchObject(
      refused('not_decided'),
    )
    expect(await vote(caseId, 'farid')).toEqual({ ok: true, value: 'approved' })
    expect(await company.change('mina', (c) => closeCase(c, caseId, 'rejected'))).toMatchObject(
      refused('not_decided'),
    )
    expect(await company.done('mina', (c) => closeCase(c, caseId, 'approved'))).toMatchObject({
      state: 'approved',
      closedAt: testNow,
    })
    expect(await vote(caseId, 'farid')).toMatchObject(refused('case_closed'))
  })

  it('are never given by the one who asks: not as approver, not for a group, not as a substitute', async () => {
    const { caseId } = await ask({ approvers: ['sales', 'mina'], mode: 'parallel' })
    expect(await vote(caseId, 'sara', 'sales')).toMatchObject(refused('own_request'))
    await company.done('mina', (change) =>
      createSubstitution(change, { absentId: 'mina', substituteId: 'sara', fromAt: 0, untilAt: testNow * 2 }),
    )
    expect(await vote(caseId, 'sara', 'mina')).toMatchObject(refused('own_request'))
    expect(
      await company.change('mina', (c) => startRound(c, caseId, { approvers: ['sara'], mode: 'serial' })),
    ).toMatchObject(refused('own_request'))
    expect(
      await company.change('mina', (c) =>
        handOverVote(c, { caseId, approver: 'mina', to: 'sara', how: 'delegated' }),
      ),
    ).toMatchObject(refused('own_request'))
  })

  it('can be given by a member of the group that was asked, and by a substitute in their time', async () => {
    const { caseId } = await ask({ approvers: ['finance', 'arash'], mode: 'parallel' })
    expect(await vote(caseId, 'reza', 'finance')).toMatchObject(refused('not_an_approver'))
    expect(await vote(caseId, 'elena', 'finance')).toEqual({ ok: true, value: 'open' })
    expect(await vote(caseId, 'lena', 'arash')).toMatchObject(refused('not_an_approver'))
    await company.done('arash', (change) =>
      createSubstitution(change, {
        absentId: 'arash',
        substituteId: 'lena',
        fromAt: testNow,
        untilAt: testNow + 1,
      }),
    )
    expect(await vote(caseId, 'lena', 'arash')).toEqual({ ok: true, value: 'approved' })
  })

  it('count a person once in a round, whomever they stand for', async () => {
    const { caseId } = await ask({ approvers: ['farid', 'finance'], mode: 'parallel' })
    expect(await vote(caseId, 'farid')).toEqual({ ok: true, value: 'open' })
    expect(await vote(caseId, 'farid', 'finance')).toMatchObject(refused('already_voted'))
    expect(await vote(caseId, 'farid')).toMatchObject({
      error: { code: 'already_voted', details: { by: 'farid', at: testNow } },
    })
  })

  it('hold only for what was there when they were asked for', async () => {
    const { caseId, dealId } = await ask({ approvers: ['mina', 'farid'], mode: 'parallel' })
    await vote(caseId, 'mina')
    await company.done('sara', (change) => replaceItems(change, { id: dealId }, [{ ...line, discount: 500 }]))
    expect(await vote(caseId, 'farid')).toMatchObject(refused('subject_changed'))
    await company.done('mina', (change) => voidVotes(change, caseId))
    const policy = { approvers: ['mina'], mode: 'serial' } as const
    const second = await company.done('mina', (change) => startRound(change, caseId, policy))
    expect(second).toMatchObject({ round: 2, state: 'open' })
    expect(await vote(caseId, 'mina')).toEqual({ ok: true, value: 'approved' })
    await company.done('sara', (change) => replaceItems(change, { id: dealId }, [{ ...line, discount: 900 }]))
    expect(await company.change('mina', (c) => closeCase(c, caseId, 'approved'))).toMatchObject(
      refused('subject_changed'),
    )
  })

  it('are not voided by lines in another order or decimals written otherwise', async () => {
    const { caseId, dealId } = await ask({ approvers: ['mina'], mode: 'serial' })
    await company.done('sara', (change) =>
      replaceItems(change, { id: dealId }, [{ ...line, quantity: '1.000', price: '10.00' }]),
    )
    expect(await vote(caseId, 'mina')).toEqual({ ok: true, value: 'approved' })
  })

  it.each(['reject', 'return'] as const)('take a reason to %s', async (outcome) => {
    const { caseId } = await ask({ approvers: ['mina'], mode: 'serial' })
    expect(await vote(caseId, 'mina', 'mina', { outcome, reason: '  ' })).toMatchObject(
      refused('reason_required'),
    )
    expect(await vote(caseId, 'mina', 'mina', { outcome, reason: 'too cheap' })).toEqual({
      ok: true,
      value: `${outcome}ed`,
    })
  })

  it('go to whom they are handed over, in the same place', async () => {
    const { caseId } = await ask({ approvers: ['mina', 'farid'], mode: 'serial' })
    const hand = (approver: string, to: string) =>
      company.change(approver, (c) => handOverVote(c, { caseId, approver, to, how: 'delegated' }))
    expect(await hand('mina', 'farid')).toMatchObject(refused('already_asked'))
    expect(await hand('mina', 'arash')).toMatchObject({ ok: true })
    expect(await vote(caseId, 'farid')).toMatchObject(refused('not_your_turn'))
    expect(await vote(caseId, 'mina')).toMatchObject(refused('already_voted'))
    expect(await vote(caseId, 'arash')).toEqual({ ok: true, value: 'open' })
    expect(await vote(caseId, 'farid')).toEqual({ ok: true, value: 'approved' })
  })

  it('approve by themselves where the matrix asks nobody', async () => {
    const { caseId, dealId } = await ask({ approvers: [], mode: 'serial' })
    expect(await company.done('sara', (c) => closeCase(c, caseId, 'approved'))).toMatchObject({
      state: 'approved',
    })
    expect((await casesOf(company.reading, 'opportunity', dealId)).map(({ id }) => id)).toEqual([caseId])
  })

  it('count every one of the votes that are cast at once, each exactly once', async () => {
    const approvers = ['mina', 'farid', 'arash', 'kaveh', 'bahar']
    const { caseId } = await ask({ approvers, mode: 'parallel' })
    const outcomes = await Promise.all([...approvers, ...approvers].map((voter) => vote(caseId, voter)))
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(5)
    expect(outcomes.filter((one) => one.ok && one.value === 'approved')).toHaveLength(1)
    expect(
      (await getCase(company.reading, caseId))?.votes.every(({ outcome }) => outcome === 'approve'),
    ).toBe(true)
  })
})

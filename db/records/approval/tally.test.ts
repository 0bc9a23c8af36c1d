import fc from 'fast-check'
import type { VoteOutcome } from './approval-case.ts'
import { tally } from './tally.ts'

type Given = VoteOutcome | null
const votes = (...given: Given[]) => given.map((outcome) => ({ outcome, voidedAt: null }))

describe('the standing of a round', () => {
  it.each<['serial' | 'parallel', number, Given[], string]>([
    ['serial', 0, [], 'approved'],
    ['serial', 0, [null], 'open'],
    ['serial', 0, ['approve', null], 'open'],
    ['serial', 0, ['approve', 'approve'], 'approved'],
    ['serial', 0, ['approve', 'reject'], 'rejected'],
    ['parallel', 0, [null, 'reject', null], 'rejected'],
    ['parallel', 2, ['approve', null, 'approve'], 'approved'],
    ['parallel', 2, ['reject', null, 'approve'], 'open'],
    ['parallel', 2, ['reject', 'reject', 'approve'], 'rejected'],
    ['parallel', 9, ['approve', 'approve'], 'approved'],
    ['parallel', 1, ['return', 'approve'], 'returned'],
    ['serial', 0, ['delegated', 'approve'], 'approved'],
    ['serial', 0, ['escalated', null], 'open'],
  ])('%s, quorum %d, of %j is %s', (mode, quorum, given, standing) =>
    expect(tally({ mode, quorum, votes: votes(...given) })).toBe(standing),
  )

  it('counts no void vote', () =>
    expect(tally({ mode: 'serial', quorum: 0, votes: [{ outcome: 'approve', voidedAt: 1 }] })).toBe('open'))

  it('is approved with exactly the approvals that are needed, and no further vote changes a decision but a return', () => {
    const given = fc.array(fc.constantFrom<Given>('approve', 'reject', null), { minLength: 1, maxLength: 7 })
    fc.assert(
      fc.property(given, fc.nat({ max: 7 }), (all, quorum) => {
        const standing = tally({ mode: 'parallel', quorum, votes: votes(...all) })
        const needed = quorum === 0 ? all.length : Math.min(quorum, all.length)
        expect(standing === 'approved').toBe(all.filter((one) => one === 'approve').length >= needed)
        const open = all.indexOf(null)
        fc.pre(open >= 0 && standing !== 'open')
        for (const late of ['approve', 'reject'] as const)
          expect(tally({ mode: 'parallel', quorum, votes: votes(...all.with(open, late)) })).toBe(standing)
      }),
    )
  })
})

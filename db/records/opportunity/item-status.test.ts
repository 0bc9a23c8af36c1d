import fc from 'fast-check'
import {
  canMove,
  type ItemStatus,
  isGone,
  isLive,
  itemStatuses,
  progressOf,
  type StatusOf,
} from './item-status.ts'
import { resultOf, stageOf } from './stage-of.ts'

const item = (status: ItemStatus, orderedAt: number | null = null): StatusOf => ({ status, orderedAt })
const reached = (from: StatusOf): ItemStatus[] => itemStatuses.filter((to) => canMove(from, to))

describe('the status of an item', () => {
  it.each<[ItemStatus, number | null, ItemStatus[]]>([
    ['draft', null, ['approval', 'lost', 'cancelled']],
    ['approval', null, ['draft', 'approved', 'lost', 'cancelled']],
    ['reserved', null, ['sourcing', 'answered', 'lost', 'cancelled']],
    ['reserved', 1, ['proforma', 'lost', 'cancelled']],
    ['quoted', null, ['draft', 'ordered', 'lost', 'cancelled']],
    ['exited', 1, ['delivered', 'lost', 'cancelled']],
    ['delivered', 1, ['closed']],
    ['closed', 1, []],
    ['lost', null, []],
    ['cancelled', 1, []],
  ])('%s (ordered: %p) leads to %p', (status, orderedAt, next) =>
    expect(reached(item(status, orderedAt))).toEqual(next),
  )

  it('can reach an end from everywhere', () => {
    for (const status of itemStatuses) {
      const seen = new Set<ItemStatus>([status])
      for (const from of seen)
        for (const to of [...reached(item(from)), ...reached(item(from, 1))]) seen.add(to)
      expect([...seen].some((one) => !isLive(one))).toBe(true)
    }
  })
})

const items = fc.array(
  fc.record({ status: fc.constantFrom(...itemStatuses), orderedAt: fc.constantFrom(null, 1) }),
  { maxLength: 6 },
)

describe('the stage of a deal', () => {
  it('is that of its furthest-behind live item, in whatever order they stand', () => {
    fc.assert(
      fc.property(items, (all) => {
        const live = all.filter(({ status }) => isLive(status))
        fc.pre(live.length > 0)
        const stage = stageOf(all)
        expect(live.map(({ status }) => status)).toContain(stage)
        const least = Math.min(...live.map(progressOf))
        expect(live.some((one) => one.status === stage && progressOf(one) === least)).toBe(true)
      }),
    )
  })
  it.each<[StatusOf[], ItemStatus]>([
    [[], 'draft'],
    [[item('lost'), item('closed', 1)], 'closed'],
    [[item('lost'), item('cancelled')], 'lost'],
    [[item('cancelled')], 'cancelled'],
    [[item('reserved', 1), item('answered')], 'answered'],
    [[item('reserved', 1), item('ordered', 1)], 'ordered'],
  ])('of %j is %s', (all, stage) => expect(stageOf(all)).toBe(stage))
})

describe('the result of a deal', () => {
  it.each<[StatusOf[], string]>([
    [[], 'open'],
    [[item('quoted')], 'open'],
    [[item('quoted'), item('ordered', 1)], 'open'],
    [[item('ordered', 1)], 'won'],
    [[item('closed', 1), item('reserved', 1)], 'won'],
    [[item('ordered', 1), item('lost')], 'partly_won'],
    [[item('lost'), item('cancelled', 1)], 'lost'],
  ])('of %j is %s', (all, result) => expect(resultOf(all)).toBe(result))

  it('is open as long as one live item is not ordered', () => {
    fc.assert(
      fc.property(items, (all) => {
        const undecided = all.some(({ status, orderedAt }) => !isGone(status) && orderedAt === null)
        expect(resultOf(all) === 'open').toBe(undecided || all.length === 0)
      }),
    )
  })
})

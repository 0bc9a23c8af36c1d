import type { ItemLine } from '../records/opportunity/item-line.ts'
import type { DemoEnding, DemoStep } from './demo-story.ts'
import type { SeededRandom } from './seeded-random.ts'
import { laterAtWork } from './working-clock.ts'

export interface Plan {
  readonly ending: DemoEnding
  /** Epoch milliseconds. */
  readonly startedAt: number
  readonly now: number
  /** The salesperson. */
  readonly by: string
  readonly lines: readonly ItemLine[]
}

/** A step without its time, and the days that it takes at least. */
type Timeless = DemoStep extends infer Step
  ? Step extends DemoStep
    ? Omit<Step, 'at'> & { readonly days: number }
    : never
  : never

/** The steps that lead to the ending, each some working days after the one before, none later than `now`. */
export function stepsTo(random: SeededRandom, plan: Plan): DemoStep[] {
  const steps: DemoStep[] = []
  let time = plan.startedAt
  for (const { days, ...step } of wayTo(random, plan)) {
    time = Math.min(laterAtWork(random, time, days), plan.now - minutesLeft)
    steps.push({ ...step, at: time })
  }
  return steps
}

/** What is recent ends at least this long before now. */
const minutesLeft = 10 * 60_000

function wayTo(random: SeededRandom, plan: Plan): Timeless[] {
  const { ending, by } = plan
  const losing = 1 + random.between(0, 6)
  if (ending === 'negotiating') return []
  if (ending === 'given-up') return [{ step: 'give-up', by, lostReasonId: losing, days: 20 }]
  const asked = [defined(plan), ...(random.chance(0.2) ? corrected(plan) : [])]
  if (ending === 'in-approval') return asked
  if (ending === 'returned') return [defined(plan), returned('Please check the discount of the first line.')]
  if (ending === 'rejected')
    return [...asked, rejected, { step: 'give-up', by, lostReasonId: refusedByUs, days: 3 }]
  const quoted: Timeless[] = [...asked, approved, { step: 'quote', by, days: 1 }]
  if (ending === 'quoted') return quoted
  if (ending === 'cancelled') return [...quoted, { step: 'customer-cancelled', by, days: 9 }]
  return [...quoted, decision(plan, losing)]
}

/** The last of the standard lost reasons. */
const refusedByUs = 8
const approver = 'mina'

const approved: Timeless = { step: 'approval', by: approver, outcome: 'approve', reason: null, days: 0 }
const rejected: Timeless = {
  step: 'approval',
  by: approver,
  outcome: 'reject',
  reason: 'Below our cost.',
  days: 1,
}
const returned = (reason: string): Timeless => ({
  step: 'approval',
  by: approver,
  outcome: 'return',
  reason,
  days: 0,
})
const defined = ({ by, lines }: Plan): Timeless => ({ step: 'define-items', by, lines, days: 1 })

/** Once around: returned for the discounts, which are then cut by half. */
function corrected({ by, lines }: Plan): Timeless[] {
  const halved = lines.map((line) => ({ ...line, discount: Math.floor(line.discount / 200) * 100 }))
  return [
    returned('The discount is too high for this customer.'),
    { step: 'correct', by, lines: halved, days: 0 },
  ]
}

function decision({ ending, by, lines }: Plan, lostReasonId: number): Timeless {
  const places = lines.map((_, place) => place)
  const ordered = ending === 'won' ? places : ending === 'partly-won' ? places.slice(1) : []
  const lost = places.filter((place) => !ordered.includes(place)).map((line) => ({ line, lostReasonId }))
  return { step: 'decision', by, ordered, lost, days: 6 }
}

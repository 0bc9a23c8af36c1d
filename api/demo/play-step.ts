import type { DemoStep } from '../../db/demo/demo-story.ts'
import type { ItemLine } from '../../db/records/opportunity/item-line.ts'
import { opportunityOfInstance } from '../../db/records/opportunity/opportunity.ts'
import { noVariables } from '../../engine/json.ts'
import type { JsonValue } from '../../forms/index.ts'
import { presentTask } from '../presenters/task-detail.ts'
import type { Services } from '../services.ts'
import type { DemoOffice } from './demo-office.ts'

/** A deal whose story is being played. */
export interface PlayedDeal {
  readonly instance: number
  readonly currency: string
}
type StepOf<Name extends DemoStep['step']> = Extract<DemoStep, { step: Name }>

/** Votes that one round of an approval asks for at most: this only ends what should never be. */
const MOST_VOTES = 10

/** Place of the reason among the standard ones, which is its id. */
const NEED_HAS_GONE = '5'

/** A line as the grid of the form has it; the discount there is in per cent. */
const row = (line: ItemLine, currency: string): JsonValue => ({
  product: String(line.productId),
  quantity: line.quantity,
  price: { amount: line.price, currency },
  discount: line.discount / 100,
})

async function sendLines(
  office: DemoOffice,
  deal: PlayedDeal,
  elementId: string,
  outcome: string,
  step: StepOf<'define-items' | 'correct'>,
) {
  const task = await office.task(deal.instance, elementId)
  if (task === undefined) return
  const items = step.lines.map((line) => row(line, deal.currency))
  await office.complete(task, await office.identity(step.by), outcome, { items })
}

async function vote(office: DemoOffice, deal: PlayedDeal, step: StepOf<'approval'>) {
  for (let votes = 0; votes < MOST_VOTES; votes += 1) {
    const task = await office.task(deal.instance, 'vote')
    const by = task && (await office.performer(task, step.by))
    if (task === undefined || by === undefined) return
    await office.complete(task, by, step.outcome, step.reason === null ? {} : { comment: step.reason })
    // One refusal or return ends the round; an approval may be followed by the next seat's.
    if (step.outcome !== 'approve') return
  }
}

async function decide(services: Services, office: DemoOffice, deal: PlayedDeal, step: StepOf<'decision'>) {
  const task = await office.task(deal.instance, 'quote-decision')
  if (task === undefined) return
  const by = await office.identity(step.by)
  const { initial } = await presentTask(services, by, task)
  const shown = Array.isArray(initial.items) ? initial.items : []
  const items = shown.map((line: JsonValue, place): JsonValue => {
    const lost = step.lost.find((one) => one.line === place)
    const reason: Record<string, JsonValue> = lost ? { lostReason: String(lost.lostReasonId) } : {}
    return { ...(line as object), decision: lost ? 'lost' : 'ordered', ...reason } // rows of a grid are objects
  })
  await office.complete(task, by, 'record', { items })
}

async function giveUp(office: DemoOffice, deal: PlayedDeal, step: StepOf<'give-up'>) {
  const task = await office.task(deal.instance, 'define-items')
  if (task === undefined) return
  await office.complete(task, await office.identity(step.by), 'lose', {
    lostReason: String(step.lostReasonId),
  })
}

async function cancel(
  { engine, reading }: Services,
  office: DemoOffice,
  deal: PlayedDeal,
  step: StepOf<'customer-cancelled'>,
) {
  const record = await opportunityOfInstance(reading, deal.instance)
  if (record === null) return
  const message = {
    name: 'customer-cancelled',
    correlationKey: String(record.id),
    messageId: '',
    timeToLive: 0,
  }
  await engine.publish({ ...message, variables: noVariables() }, { by: step.by })
  const task = await office.task(deal.instance, 'explain-cancellation')
  if (task !== undefined)
    await office.complete(task, await office.identity(step.by), 'record', { lostReason: NEED_HAS_GONE })
}

/** Does again what people did. A step whose task does not come up is left out. */
export async function playStep(
  services: Services,
  office: DemoOffice,
  deal: PlayedDeal,
  step: DemoStep,
): Promise<void> {
  switch (step.step) {
    case 'define-items':
      return sendLines(office, deal, 'define-items', 'submit', step)
    case 'correct':
      return sendLines(office, deal, 'correct', 'resubmit', step)
    case 'approval':
      return vote(office, deal, step)
    case 'quote':
      // The quote is sent before the customer's decision is recorded: the process has no task of its own for it.
      return
    case 'decision':
      return decide(services, office, deal, step)
    case 'give-up':
      return giveUp(office, deal, step)
    case 'customer-cancelled':
      return cancel(services, office, deal, step)
  }
}

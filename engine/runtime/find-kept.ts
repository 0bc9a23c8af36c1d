import type { RetrievedKey } from '../graph/process-graph.ts'
import type { MessageRow } from '../ports/rows.ts'
import type { Condition } from '../ports/store.ts'
import type { EventOf } from '../state/event.ts'
import { fits } from './conversations.ts'
import type { Loaded } from './loaded.ts'
import type { UnitOfWork } from './unit-of-work.ts'

/** The oldest message that is kept for a subscription. [ME3] */
export async function findKept(
  work: UnitOfWork,
  { graph }: Loaded,
  opened: EventOf<'messageSubscribed'>,
): Promise<MessageRow | undefined> {
  const { name, correlationKey } = opened
  const keys = graph.correlation?.messages.get(name) ?? []
  if (keys.length > 0 && correlationKey !== '') return findSaying(work, opened, keys)
  const [kept] = await page(work, name, [correlationKey], 0, 1)
  return kept
}

const PAGE = 100

/** What was published without a key is looked through for one that says this key. [CK1] */
async function findSaying(
  work: UnitOfWork,
  { name, correlationKey }: EventOf<'messageSubscribed'>,
  keys: readonly RetrievedKey[],
): Promise<MessageRow | undefined> {
  for (let after = 0; ; ) {
    const kept = await page(work, name, ['', correlationKey], after, PAGE)
    const found = kept.find((one) => fits(one, keys, correlationKey, work.context))
    if (found || kept.length < PAGE) return found
    after = kept.at(-1)!.key
  }
}

function page(
  { context: { tx, now } }: UnitOfWork,
  name: string,
  correlationKeys: readonly string[],
  after: number,
  limit: number,
): Promise<MessageRow[]> {
  const later: Condition<MessageRow>[] = after === 0 ? [] : [{ column: 'key', is: '>', value: after }]
  return tx.find('messages', {
    where: [
      { column: 'name', is: '=', value: name },
      { column: 'correlationKey', is: 'in', value: correlationKeys },
      { column: 'expiresAt', is: '>', value: now },
      ...later,
    ],
    orderBy: [{ column: 'key' }],
    limit,
  })
}

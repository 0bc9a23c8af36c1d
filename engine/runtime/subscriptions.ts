import type { SubscriptionRow } from '../ports/rows.ts'
import type { UnitOfWork } from './unit-of-work.ts'

/**
 * Who waits for a message or signal of this name, the one that has waited longest first: those that the store knows, and
 * those that this very transaction has made. One that it has closed is still among them and refuses what it is given.
 */
export async function findSubscriptions(
  work: UnitOfWork,
  kinds: readonly SubscriptionRow['kind'][],
  name: string,
  correlationKeys: readonly string[],
): Promise<SubscriptionRow[]> {
  const known = await work.context.tx.find('subscriptions', {
    where: [
      { column: 'name', is: '=', value: name },
      { column: 'correlationKey', is: 'in', value: correlationKeys },
      { column: 'kind', is: 'in', value: kinds },
    ],
    orderBy: [{ column: 'key' }],
  })
  const made = work.rows
    .inserted('subscriptions')
    .filter(
      (one) => kinds.includes(one.kind) && one.name === name && correlationKeys.includes(one.correlationKey),
    )
  return [...known, ...made]
}

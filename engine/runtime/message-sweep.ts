import type { Key } from '../key.ts'
import type { MessageRow } from '../ports/rows.ts'
import { ok } from '../result.ts'
import type { DefinitionCache } from './definition-cache.ts'
import type { EngineOptions } from './engine-options.ts'
import { keptInConversations } from './kept-in-conversations.ts'
import { deliverKept } from './messages.ts'
import type { Transactor } from './transactor.ts'

const BATCH = 100

/**
 * Drops kept messages whose time is over, and delivers those whose subscription was opened by another node while they
 * were being published, when neither saw the other. [ME4]
 */
export class MessageSweep {
  private readonly options: EngineOptions
  private readonly transactor: Transactor
  private readonly definitions: DefinitionCache
  /** Messages up to this key were looked at in this round. */
  private lookedAt: Key = 0

  constructor(options: EngineOptions, transactor: Transactor, definitions: DefinitionCache) {
    this.definitions = definitions
    this.options = options
    this.transactor = transactor
  }

  /** Looks at the next messages; true when there are more to look at in this round. */
  async turn(): Promise<boolean> {
    const more = await this.dropExpired()
    const kept = await this.options.store.find('messages', {
      where: [{ column: 'key', is: '>', value: this.lookedAt }],
      orderBy: [{ column: 'key' }],
      limit: BATCH,
    })
    for (const message of await this.waitedFor(kept)) await this.deliver(message)
    this.lookedAt = kept.length === BATCH ? kept.at(-1)!.key : 0
    return more || kept.length === BATCH
  }

  private async waitedFor(kept: readonly MessageRow[]): Promise<MessageRow[]> {
    if (kept.length === 0) return []
    const among = (column: 'name' | 'correlationKey') =>
      ({ column, is: 'in', value: [...new Set(kept.map((message) => message[column]))] }) as const
    const { store, clock, zone } = this.options
    const waiting = await store.find('subscriptions', {
      where: [{ column: 'kind', is: '=', value: 'message' }, among('name'), among('correlationKey')],
      columns: ['name', 'correlationKey'],
    })
    const waits = new Set(waiting.map(nameAndKey))
    return [
      ...kept.filter((message) => waits.has(nameAndKey(message))),
      ...(await keptInConversations(store, kept, { definitions: this.definitions, now: clock(), zone })),
    ]
  }

  /** A message that can't be delivered does not keep those after it waiting. */
  private async deliver(message: MessageRow): Promise<void> {
    try {
      await this.transactor.runUnattended([], 'message', async (work) =>
        ok(await deliverKept(work, message.key)),
      )
    } catch (error) {
      this.options.onFault({ doing: `deliver kept message ${message.key}`, error })
    }
  }

  private async dropExpired(): Promise<boolean> {
    const { store, clock } = this.options
    const where = [{ column: 'expiresAt', is: '<=', value: clock() }] as const
    const expired = await store.find('messages', { where, limit: BATCH, columns: ['key'] })
    if (expired.length === 0) return false
    await store.transact([], async (tx) => {
      for (const { key } of expired) tx.delete('messages', key)
    })
    return expired.length === BATCH
  }
}

const nameAndKey = ({ name, correlationKey }: Pick<MessageRow, 'name' | 'correlationKey'>): string =>
  JSON.stringify([name, correlationKey])

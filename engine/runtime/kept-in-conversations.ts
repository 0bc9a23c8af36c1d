import type { Variables } from '../json.ts'
import type { MessageRow, SubscriptionRow } from '../ports/rows.ts'
import type { EngineStore } from '../ports/store.ts'
import { keysSaidTo, type Listening } from './conversations.ts'

/** Of these kept messages those that somebody waits for by what they carry. [ME4] [CK1] */
export async function keptInConversations(
  store: EngineStore,
  kept: readonly MessageRow[],
  listening: Listening,
): Promise<MessageRow[]> {
  const unkeyed = kept.filter(({ correlationKey }) => correlationKey === '')
  const names = [...new Set(unkeyed.map(({ name }) => name))]
  const conversing = await find(store, 'conversation', names, [''])
  if (conversing.length === 0) return []
  const said = new Map<MessageRow, readonly Place[]>()
  for (const message of unkeyed) said.set(message, await placesFor(message, conversing, listening))
  const keys = [...said.values()].flat().map(({ correlationKey }) => correlationKey)
  const waiting = new Set((await find(store, 'message', names, [...new Set(keys)])).map(textOf))
  return unkeyed.filter((message) => said.get(message)!.some((place) => waiting.has(textOf(place))))
}

type Place = Pick<SubscriptionRow, 'name' | 'correlationKey' | 'definition'>

const textOf = ({ name, correlationKey, definition }: Place): string =>
  JSON.stringify([name, correlationKey, definition])

async function placesFor(
  { name, variables }: MessageRow,
  conversing: readonly SubscriptionRow[],
  listening: Listening,
): Promise<Place[]> {
  const places: Place[] = []
  const carried = JSON.parse(variables) as Variables
  for (const { definition } of conversing.filter((one) => one.name === name))
    for (const correlationKey of await keysSaidTo(definition, name, carried, listening))
      places.push({ name, correlationKey, definition })
  return places
}

async function find(
  store: EngineStore,
  kind: SubscriptionRow['kind'],
  names: readonly string[],
  correlationKeys: readonly string[],
): Promise<SubscriptionRow[]> {
  if (names.length === 0 || correlationKeys.length === 0) return []
  return store.find('subscriptions', {
    where: [
      { column: 'kind', is: '=', value: kind },
      { column: 'name', is: 'in', value: names },
      { column: 'correlationKey', is: 'in', value: correlationKeys },
    ],
  })
}

import type { GraphElement, ProcessGraph } from '../../engine/graph/process-graph.ts'
import type { Rows } from '../../engine/ports/rows.ts'
import type { Change } from '../../engine/runtime/engine.ts'
import type { OfferReader } from '../offers/open-offer.ts'
import { offerFacts } from '../policies/offer-facts.ts'
import { elementById } from '../presenters/definition-texts.ts'
import { rootVariables, type Values, visibleVariables } from '../presenters/instance-state.ts'
import type { RoomChange } from './change-rooms.ts'
import { groupRoom, personRoom } from './rooms.ts'

/** Tells those for whom activities are meant that they may begin them now, or no longer. */
export const offerChanges =
  (engine: OfferReader) =>
  async (changes: readonly Change[]): Promise<RoomChange[]> => {
    const told = await Promise.all(
      changes.filter(isOfOffer).map(async (change) => {
        const row = { ...change.before, ...change.after }
        const instance = await engine.store.get('instances', change.instance)
        if (instance === undefined || row.definition === undefined) return []
        const graph = await engine.definitions.graph(row.definition)
        const variables = await variablesAt(engine, instance, change.key)
        return roomsOf(graph, row.elementId ?? '', variables).map((room) => ({
          room,
          change: { kind: 'offer' as const, key: String(change.key), rev: row.revision ?? instance.revision },
        }))
      }),
    )
    return told.flat()
  }

/** `table` says whose rows `before` and `after` are parts of; the generic type does not narrow by it. */
const isOfOffer = (change: Change): change is Change<'offers'> => change.table === 'offers'

/** Once it has ended, those that the instance ends with. */
const variablesAt = (engine: OfferReader, instance: Rows['instances'], key: number): Promise<Values> =>
  instance.state === '' ? rootVariables(engine, instance) : visibleVariables(engine, instance, key)

function roomsOf(graph: ProcessGraph, elementId: string, variables: Values): string[] {
  const element = elementById(graph, elementId)
  if (element?.type !== 'adHocSubProcess') return []
  const named = element.offered.map(
    (index) => offerFacts(graph.elements[index] as GraphElement, variables).named, // the graph's own numbers
  )
  const rooms = named.flatMap((one) => [
    ...(one?.people ?? []).map(personRoom),
    ...(one?.groups ?? []).map(groupRoom),
  ])
  return [...new Set(rooms)]
}

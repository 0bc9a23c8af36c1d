import type { ElementOf, GraphElement, ProcessGraph } from '../../engine/graph/process-graph.ts'
import type { Rows } from '../../engine/ports/rows.ts'
import type { Engine } from '../../engine/runtime/engine.ts'
import type { ElementInstance, InstanceState } from '../../engine/state/instance-state.ts'
import { offeredIn } from '../../engine/state/offered-in.ts'
import { visibleIn } from '../../engine/state/visible.ts'
import { type OfferFacts, offerFacts } from '../policies/offer-facts.ts'
import { elementById } from '../presenters/definition-texts.ts'
import { seenInWhole } from '../presenters/instance-state.ts'

/** An active ad-hoc sub-process with all that is needed to say who may begin what in it. */
export interface OpenOffer {
  readonly row: Rows['offers']
  readonly graph: ProcessGraph
  readonly element: ElementOf<'adHocSubProcess'>
  readonly at: Pick<ElementInstance, 'extra' | 'children'>
  readonly activities: readonly Activity[]
}

interface Activity {
  readonly element: GraphElement
  readonly facts: OfferFacts
  /** false: something else must be done first. */
  readonly now: boolean
}

export type OfferReader = Pick<Engine, 'store' | 'definitions' | 'inspect'>

/** Those that are still open, in the same order. One that is stuck on its way in, or suspended, offers nothing. */
export async function openOffers(engine: OfferReader, rows: readonly Rows['offers'][]): Promise<OpenOffer[]> {
  if (rows.length === 0) return []
  const keys = [...new Set(rows.map(({ instance }) => instance))]
  const found = await engine.store.find('instances', { where: [{ column: 'key', is: 'in', value: keys }] })
  const instances = new Map(found.map((instance) => [instance.key, instance]))
  const offers = await Promise.all(
    rows.map(async (row) => {
      const instance = instances.get(row.instance)
      return instance && openOffer(engine, row, instance)
    }),
  )
  return offers.filter((offer) => offer !== undefined)
}

async function openOffer(
  engine: OfferReader,
  row: Rows['offers'],
  instance: Rows['instances'],
): Promise<OpenOffer | undefined> {
  const graph = await engine.definitions.graph(instance.definition)
  const element = elementById(graph, row.elementId)
  const seen = await seenInWhole(engine, instance, (state) => lookAt(state, row.key))
  if (!seen || element?.type !== 'adHocSubProcess') return undefined
  const { at, variables } = seen
  const now = new Set(offeredIn(element, at))
  const activities = element.offered.map((index) => {
    const activity = graph.elements[index] as GraphElement // the graph numbers its own elements
    return { element: activity, facts: offerFacts(activity, variables), now: now.has(index) }
  })
  return { row, graph, element, at, activities }
}

function lookAt(state: InstanceState, key: number) {
  const at = state.elements.get(key)
  if (at?.phase !== 'active' || state.suspended) return null
  return { at: { extra: at.extra, children: at.children }, variables: { ...visibleIn(state, at) } }
}

import type { GraphElement, ProcessGraph } from '../../engine/graph/process-graph.ts'
import type { Engine } from '../../engine/runtime/engine.ts'
import type { Actor } from '../policies/may.ts'
import { isFixed, isNamed, type Named, offerFacts } from '../policies/offer-facts.ts'

/** An ad-hoc sub-process of a diagram and whom its activities name. */
interface OfferPlace {
  readonly elementId: string
  readonly named: readonly Named[]
  /** Some activity names people by an expression: each instance has to be asked. */
  readonly depends: boolean
}

/** Where in one version of a process something is offered to a person. */
export interface PlacesOfVersion {
  readonly definition: number
  /** Certain from the diagram. */
  readonly certain: readonly string[]
  /** Possible: the instance's variables say it. */
  readonly possible: readonly string[]
}

const known = new WeakMap<ProcessGraph, readonly OfferPlace[]>()

/** Ad-hoc sub-processes with activities for this person, in all versions: diagrams are few, instances many. */
export async function placesFor(
  { store, definitions }: Pick<Engine, 'store' | 'definitions'>,
  person: Pick<Actor, 'id' | 'groups'>,
): Promise<PlacesOfVersion[]> {
  const rows = await store.find('processDefinitions', { where: [], columns: ['key'] })
  const versions = await Promise.all(
    rows.map(async ({ key }) => placesOf(key, offerPlaces(await definitions.graph(key)), person)),
  )
  return versions.filter(({ certain, possible }) => certain.length + possible.length > 0)
}

/** Whether the process has anything to offer at all. */
export const hasOffers = (graph: ProcessGraph): boolean => offerPlaces(graph).length > 0

function placesOf(
  definition: number,
  places: readonly OfferPlace[],
  person: Pick<Actor, 'id' | 'groups'>,
): PlacesOfVersion {
  const isCertain = ({ named }: OfferPlace) => named.some((one) => isNamed(person, one))
  return {
    definition,
    certain: places.filter(isCertain).map(({ elementId }) => elementId),
    possible: places.filter((place) => place.depends && !isCertain(place)).map(({ elementId }) => elementId),
  }
}

function offerPlaces(graph: ProcessGraph): readonly OfferPlace[] {
  const places = known.get(graph) ?? graph.elements.flatMap((element) => placeAt(graph, element))
  known.set(graph, places)
  return places
}

function placeAt(graph: ProcessGraph, element: GraphElement): OfferPlace[] {
  if (element.type !== 'adHocSubProcess') return []
  const activities = element.offered.map((index) => graph.elements[index] as GraphElement) // its own numbers
  const named = activities.filter(isFixed).map((activity) => offerFacts(activity, {}).named)
  return [
    {
      elementId: element.id,
      named: named.filter((one) => one !== null),
      depends: !activities.every(isFixed),
    },
  ]
}

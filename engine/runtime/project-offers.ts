import type { GraphElement } from '../graph/process-graph.ts'
import type { Key } from '../key.ts'
import type { OfferRow } from '../ports/rows.ts'
import { beginsNothing } from '../state/begins-nothing.ts'
import type { EventOf } from '../state/event.ts'
import type { ElementInstance } from '../state/instance-state.ts'
import type { Projection } from './projection.ts'

/** An ad-hoc sub-process begins to offer its activities; one that is active may change what the one around it offers. */
export function projectActivated(p: Projection, event: EventOf<'elementActivated'>): void {
  const element = p.graph.elements[event.element]!
  touchOffer(p, event.scope)
  if (!offers(element, event.loopCounter)) return
  p.rows.insert('offers', p.instance, {
    key: event.key,
    instance: p.instance,
    definition: p.definition,
    elementId: element.id,
    createdAt: p.now,
    revision: p.revision,
  })
}

export function projectEnded(p: Projection, key: Key): void {
  const ended = p.state.elements.get(key)
  if (!ended) return
  touchOffer(p, ended.scope)
  withdrawOffer(p, key)
}

/** Nothing is begun in it any more. */
export function withdrawOffer(p: Projection, key: Key): void {
  const place = placeOfOffer(p, key)
  if (place) p.rows.delete('offers', p.instance, key, place)
}

/** It is of the other version from now on; `p.graph` is that version's already. */
export function migrateOffer(p: Projection, instance: ElementInstance, element: GraphElement): void {
  if (beginsNothing(instance) || !offers(element, instance.loopCounter)) return
  const place = { definition: p.definition, elementId: element.id }
  p.rows.update('offers', p.instance, instance.key, { ...place, revision: p.revision }, place)
}

function touchOffer(p: Projection, key: Key): void {
  const place = placeOfOffer(p, key)
  if (place) p.rows.update('offers', p.instance, key, { revision: p.revision }, place)
}

/** Where the instance offers something, if it does. */
function placeOfOffer(p: Projection, key: Key): Pick<OfferRow, 'definition' | 'elementId'> | null {
  const instance = p.state.elements.get(key)
  if (!instance || beginsNothing(instance)) return null
  const element = p.graph.elements[instance.element]!
  if (!offers(element, instance.loopCounter)) return null
  return { definition: p.definition, elementId: element.id }
}

/** The whole of a loop offers nothing: its instances do. */
const offers = (element: GraphElement, loopCounter: number): boolean =>
  element.type === 'adHocSubProcess' &&
  element.offered.length > 0 &&
  (element.loop === null || loopCounter > 0)

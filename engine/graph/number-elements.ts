import type { FlowNode, Scope } from '../model/model.ts'
import type { Place, ScopeKind } from './compiling.ts'

/** Numbers all nodes of a process depth first in document order, from 1. */
export function numberElements(process: Scope): Place[] {
  const places: Place[] = []
  numberScope(process, 0, 'process', places)
  return places
}

function numberScope(scope: Scope, parent: number, kind: ScopeKind, places: Place[]): void {
  for (const node of scope.nodes) {
    const index = places.length + 1
    places.push({ index, node, parent, scope: kind })
    if (node.inside !== null) numberScope(node.inside, index, kindOf(node), places)
  }
}

const kindOf = (node: FlowNode): ScopeKind => (node.triggeredByEvent ? 'eventSubProcess' : 'subProcess')

import type { GraphElement } from '../graph/process-graph.ts'
import type { Variables } from '../json.ts'
import type { Key } from '../key.ts'
import type { ListenedCause } from '../state/instance-state.ts'
import { beginAtGateway, beginsAfterGateway } from './begin-at-gateway.ts'
import { waitForOtherStarts } from './begin-beside.ts'
import type { Execution } from './execution.ts'
import { raise } from './incident.ts'
import { arm } from './lifecycle.ts'
import { listenAtStart, listeningTo } from './listening.ts'

/** Begins at each of these elements, once the listeners of the process have let it. [CI1] [EL1] */
export function beginProcess(x: Execution, cause: ListenedCause): void {
  const { key } = x.state
  const root = x.instance(key)
  try {
    if (listenAtStart(x, root, cause) === 'rests') return
  } catch (error) {
    raise(x, root, 'active', error)
    return
  }
  if (listeningTo(root, 'start')) x.emit({ type: 'listeningEnded', key })
  const { brought, part, starts } = cause
  if (brought) waitForOtherStarts(x, x.graph.elements[starts[0]!]!)
  for (const index of starts) {
    const element = x.graph.elements[index]!
    if (brought && beginsAfterGateway(x, element)) beginAtGateway(x, element, brought)
    else activateBefore(x, element, brought, part)
  }
  if (starts.length === 0) x.settleLater(key)
}

/** Activates the sub-processes around the element first, each once. */
function activateBefore(
  x: Execution,
  { index, parent }: GraphElement,
  brought: Variables | null,
  part: number,
): void {
  const scope = scopeFor(x, parent)
  const which = part < 0 ? {} : { part }
  x.plan({ do: 'activate', element: index, scope, variables: brought, loopCounter: 0, ...which })
}

function scopeFor(x: Execution, element: number): Key {
  if (element === 0) return x.state.key
  for (const instance of x.state.elements.values()) if (instance.element === element) return instance.key
  const scope = scopeFor(x, x.graph.elements[element]!.parent)
  const key = x.context.nextKey()
  x.emit({ type: 'elementActivated', key, element, scope, loopCounter: 0 })
  arm(x, x.instance(key))
  return key
}

import type { GraphElement } from '../../graph/process-graph.ts'
import type { Variables } from '../../json.ts'
import type { Key } from '../../key.ts'
import { fail, ok, type Result } from '../../result.ts'
import type { Command, Rejection } from '../../state/command.ts'
import type { Execution } from '../execution.ts'
import { arm } from '../lifecycle.ts'
import { setLocal } from '../variables.ts'

type CreateInstance = Extract<Command, { type: 'createInstance' }>

/**
 * Begins at the none start event, or before each element asked for. Event sub-processes of the process are armed first;
 * if they can't be, the instance runs and its root carries the incident. [CI1]
 */
export function createInstance(x: Execution, command: CreateInstance): Result<void, Rejection> {
  const starts = startingPoints(x, command.startAt)
  if (!starts.ok) return starts
  const { key, definition, parent, variables } = command
  x.emit({ type: 'instanceCreated', key, definition, parent })
  setLocal(x, key, variables)
  arm(x, x.instance(key))
  for (const element of starts.value) activateBefore(x, element, command.brought ?? null)
  return ok(undefined)
}

function startingPoints(x: Execution, startAt: readonly number[]): Result<GraphElement[], Rejection> {
  const process = x.graph.elements[0]!
  if (startAt.length === 0) {
    const noneStart = 'noneStart' in process ? process.noneStart : -1
    if (noneStart >= 0) return ok([x.graph.elements[noneStart]!])
    return fail({
      code: 'no_none_start_event',
      message: `process '${x.graph.processId}' begins with a message or timer only: start it by that`,
    })
  }
  const elements = startAt.map((index) => x.graph.elements[index]!)
  const wrong = elements.find((element) => !canStartBefore(x, element))
  if (!wrong) return ok(elements)
  return fail({
    code: 'start_element_not_allowed',
    message: `an instance can't begin at '${wrong.id}' (${wrong.type}): name a flow node outside multi-instance activities`,
  })
}

function canStartBefore(x: Execution, element: GraphElement): boolean {
  if (['process', 'boundaryEvent', 'eventSubProcess'].includes(element.type)) return false
  const parent = x.graph.elements[element.parent]!
  if (parent.type === 'process') return true
  return parent.type === 'subProcess' && !parent.multiInstance && canStartBefore(x, parent)
}

/** Activates the sub-processes around the element first, each once. */
function activateBefore(x: Execution, element: GraphElement, brought: Variables | null): void {
  const scope = scopeFor(x, element.parent)
  const variables = element.type === 'startEvent' ? brought : null
  x.plan({ do: 'activate', element: element.index, scope, variables, loopCounter: 0 })
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

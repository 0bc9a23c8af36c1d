import type { GraphElement, ScopeParts } from '../../graph/process-graph.ts'
import { fail, ok, type Result } from '../../result.ts'
import type { Command, Rejection } from '../../state/command.ts'
import { associateReceived, followData, keysAwaited } from '../associate-keys.ts'
import { beginProcess } from '../begin-process.ts'
import type { Execution } from '../execution.ts'
import { arm } from '../lifecycle.ts'
import { outputOfTrigger } from '../output-of-trigger.ts'
import { triggerOf } from '../triggers.ts'
import { setLocal } from '../variables.ts'

type CreateInstance = Extract<Command, { type: 'createInstance' }>

/**
 * Begins at the none start event, or before each element asked for. Event sub-processes of the process are armed first;
 * if they can't be, the instance runs and its root carries the incident. [CI1]
 */
export function createInstance(x: Execution, command: CreateInstance): Result<void, Rejection> {
  const starts = startingPoints(x, command.startAt)
  if (!starts.ok) return starts
  const { key, definition, parent, variables, startAt, brought, part } = command
  x.emit({ type: 'instanceCreated', key, definition, parent })
  setLocal(x, key, variables)
  if (brought) {
    const keys = keysAwaited(x, { element: startAt[0]!, part: part ?? 0 })
    associateReceived(x, x.instance(key), keys, brought)
  }
  followData(x)
  arm(x, x.instance(key))
  const indexes = starts.value.map(({ index }) => index)
  const given = brought && outputOfTrigger(triggerOf(starts.value[0]!), part ?? 0, brought)
  beginProcess(x, { starts: indexes, brought: given ?? null, part: part ?? -1 })
  return ok(undefined)
}

function startingPoints(x: Execution, startAt: readonly number[]): Result<GraphElement[], Rejection> {
  if (startAt.length === 0) return usualStart(x)
  const elements = startAt.map((index) => x.graph.elements[index]!)
  const wrong = elements.find((element) => !canStartBefore(x, element))
  if (!wrong) return ok(elements)
  return fail({
    code: 'start_element_not_allowed',
    message: `an instance can't begin at '${wrong.id}' (${wrong.type}): name a flow node outside multi-instance activities`,
  })
}

/** The none start event; without any start event, everything that no flow leads to. [CI2] */
function usualStart(x: Execution): Result<GraphElement[], Rejection> {
  const { starts } = x.graph.elements[0] as GraphElement & ScopeParts // element 0 is the process
  const elements = starts.map((index) => x.graph.elements[index]!)
  const [first, second] = elements
  if (!first) {
    return fail({
      code: 'no_none_start_event',
      message: `process '${x.graph.processId}' begins with a message, signal or timer only: start it by that`,
    })
  }
  if (!second || first.type !== 'startEvent') return ok(elements)
  return fail({
    code: 'start_event_ambiguous',
    message: `process '${x.graph.processId}' has several start events: name one of ${elements.map(({ id }) => id).join(', ')}`,
  })
}

function canStartBefore(x: Execution, element: GraphElement): boolean {
  if (['process', 'boundaryEvent', 'eventSubProcess'].includes(element.type)) return false
  const parent = x.graph.elements[element.parent]!
  if (parent.type === 'process') return true
  return parent.type === 'subProcess' && !parent.loop && canStartBefore(x, parent)
}

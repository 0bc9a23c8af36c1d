import { noVariables } from '../json.ts'
import type { Key } from '../key.ts'
import { childrenOf } from '../state/children.ts'
import type { CompensationRecord, ElementInstance } from '../state/instance-state.ts'
import type { Execution } from './execution.ts'

/**
 * Before a transaction is emptied: what was completed inside activities of it that are still active, and what a throwing
 * event in it has not yet undone, is undone with the rest. [TX1] (OMG BPMN 2.0.2, 10.5.1, 10.7)
 */
export function recordUnfinished(x: Execution, transaction: ElementInstance): void {
  for (const record of unfinishedIn(x, transaction))
    x.emit({ type: 'compensationRecorded', scope: transaction.key, record })
}

/** In the order in which the activities began. */
const unfinishedIn = (x: Execution, scope: ElementInstance): CompensationRecord[] =>
  childrenOf(x.state, scope.key).flatMap((child) => unfinished(x, child))

function unfinished(x: Execution, instance: ElementInstance): readonly CompensationRecord[] {
  const { extra, loopCounter, variables } = instance
  const element = x.element(instance)
  // A throwing event is no scope: what it has left to undo was completed beside it.
  if (!('eventSubProcesses' in element) && !element.loop) return leftIn(instance, instance.scope)
  if (element.type === 'eventSubProcess') return leftAround(x, instance, instance.scope)
  const left = leftIn(instance, instance.key)
  const inner = [...(extra?.compensations ?? []), ...left, ...unfinishedIn(x, instance)]
  if (inner.length === 0) return []
  const isLoop = element.loop !== null && loopCounter === 0
  const own = isLoop ? null : variables && Object.assign(noVariables(), variables)
  return [
    {
      key: instance.key,
      element: element.index,
      variables: own,
      inner,
      isLoop,
      ...(!isLoop && { isPartial: true }),
    },
  ]
}

/** Of what was completed in the scope, that which the instance has still to undo. */
const leftIn = ({ extra }: ElementInstance, scope: Key): CompensationRecord[] =>
  (extra?.undoing ?? []).filter((one) => one.scope === scope).map(({ record }) => record)

/** The same of an event sub-process and all in it: it may have the scope around it undone. [CO3] */
const leftAround = (x: Execution, eventSubProcess: ElementInstance, scope: Key): CompensationRecord[] => [
  ...leftIn(eventSubProcess, scope),
  ...childrenOf(x.state, eventSubProcess.key).flatMap((child) =>
    x.element(child).type === 'eventSubProcess' ? leftAround(x, child, scope) : leftIn(child, scope),
  ),
]

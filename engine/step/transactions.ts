import { partsOf } from '../graph/parts-of.ts'
import { noVariables } from '../json.ts'
import type { ElementInstance } from '../state/instance-state.ts'
import { compensate } from './compensation.ts'
import type { Execution } from './execution.ts'
import { interrupt } from './interrupt.ts'
import { terminate, terminateChildren } from './terminate.ts'
import { closeWaits } from './triggers.ts'
import { recordUnfinished } from './unfinished.ts'

/**
 * A cancel end event: the transaction is emptied, its event sub-processes and boundary events are put to rest, and what was
 * completed in it is undone. [TX1] [TX3] (OMG BPMN 2.0.2, 10.3.5, 10.5.1, 13.3.4)
 */
export function cancelTransaction(x: Execution, endEvent: ElementInstance): void {
  const transaction = enclosing(x, endEvent)
  x.emit({ type: 'transactionCanceled', key: transaction.key })
  recordUnfinished(x, transaction)
  terminateChildren(x, transaction, endEvent)
  closeWaits(x, transaction, () => true)
  if (!compensate(x, transaction, transaction, -1)) x.plan({ do: 'undo', key: transaction.key })
}

/** All is undone: it goes on from its cancel event; without one nothing leaves it. [TX2] */
export function leaveCanceled(x: Execution, transaction: ElementInstance): void {
  const whole = transaction.loopCounter > 0 ? x.instance(transaction.scope) : transaction
  const { boundaryEvents } = x.element(whole)
  const event = boundaryEvents.map((index) => x.graph.elements[index]!).find(catchesCancel)
  if (event) interrupt(x, whole, event, noVariables())
  else {
    terminate(x, whole)
    x.settleLater(whole.scope)
  }
}

/** Alone or among other triggers. [MU1] */
const catchesCancel = (event: Execution['graph']['elements'][number]): boolean =>
  event.type === 'boundaryEvent' && partsOf(event.trigger).some(({ kind }) => kind === 'cancel')

function enclosing(x: Execution, from: ElementInstance): ElementInstance {
  for (let at = x.instance(from.scope); ; at = x.instance(at.scope)) {
    const element = x.element(at)
    if (element.type === 'subProcess' && element.isTransaction) return at
  }
}

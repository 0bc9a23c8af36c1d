import { noVariables } from '../json.ts'
import type { ElementInstance } from '../state/instance-state.ts'
import { compensate } from './compensation.ts'
import type { Execution } from './execution.ts'
import { interrupt } from './interrupt.ts'
import { terminate, terminateChildren } from './terminate.ts'
import { closeWaits } from './triggers.ts'

/**
 * A cancel end event: the transaction is emptied, its event sub-processes are put to rest, and what was completed in it is
 * undone. [TX1] (OMG BPMN 2.0.2, 10.3.5)
 */
export function cancelTransaction(x: Execution, endEvent: ElementInstance): void {
  const transaction = enclosing(x, endEvent)
  x.emit({ type: 'transactionCanceled', key: transaction.key })
  terminateChildren(x, transaction, endEvent)
  closeWaits(x, transaction, ({ element }) => x.graph.elements[element]!.type === 'startEvent')
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

const catchesCancel = (event: Execution['graph']['elements'][number]): boolean =>
  event.type === 'boundaryEvent' && event.trigger.kind === 'cancel'

function enclosing(x: Execution, from: ElementInstance): ElementInstance {
  for (let at = x.instance(from.scope); ; at = x.instance(at.scope)) {
    const element = x.element(at)
    if (element.type === 'subProcess' && element.isTransaction) return at
  }
}

import { compileActions } from '../compile-throw-action.ts'
import type { ElementCompiler, Place } from '../compiling.ts'

export const compileEndEvent: ElementCompiler = (place, at) => {
  const actions = compileActions(
    place,
    'An end event',
    ['Message', 'Signal', 'Error', 'Escalation', 'Compensate', 'Cancel', 'Terminate'],
    at,
  )
  if (actions?.some(({ kind }) => kind === 'cancel') && !isInTransaction(place, at)) {
    at.report({
      code: 'cancel_outside_transaction',
      element: place.node.id,
      message: 'A cancel end event ends a transaction; it stands in none.',
      remedy: 'Put it directly into a transaction sub-process, or throw an error instead.',
    })
  }
  return actions && { type: 'endEvent', actions }
}

const isInTransaction = (place: Place, at: Parameters<ElementCompiler>[1]): boolean =>
  at.places[place.parent - 1]?.node.type === 'Transaction'

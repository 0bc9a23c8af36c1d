import { noVariables, type Variables } from '../json.ts'
import type { ElementInstance } from '../state/instance-state.ts'
import { type Catcher, catchers, findCatcher } from './catchers.ts'
import type { Execution } from './execution.ts'
import { interrupt } from './interrupt.ts'
import { outputOfTrigger } from './output-of-trigger.ts'
import { Stuck } from './stuck.ts'
import { endCanceled } from './terminate.ts'
import { triggerOf } from './triggers.ts'

/** In `catches`: every code. */
const ANY_CODE = ''

export interface ThrownError {
  readonly code: string
  readonly message: string
  readonly variables: Variables
}

/**
 * Throws a BPMN error at an element instance. The nearest catching event outwards gets it: event sub-processes of a
 * scope before boundary events on it, an event with this code before one for all codes. [ER1] If nobody in this
 * instance catches it but a caller does, the instance ends and the caller goes on with it [ER4]; otherwise `Stuck`.
 */
export function throwError(x: Execution, from: ElementInstance, error: ThrownError): void {
  const catcher = findCatcher(x, from, 'error', error.code)
  const { parent } = x.state
  if (!catcher && !parent?.catches.some((code) => code === error.code || code === ANY_CODE)) {
    throw new Stuck(
      'UNHANDLED_ERROR_EVENT',
      `error '${error.code}' (${error.message}) is caught by no boundary event or event sub-process`,
    )
  }
  x.emit({ type: 'errorThrown', key: from.key, code: error.code, message: error.message })
  if (catcher) interrupt(x, catcher.instance, catcher.event, broughtBy(error, catcher))
  else leaveInstance(x, error)
}

/** With its code and message, where the catching event has variables for them. [ER6] */
function broughtBy({ code, message, ...thrown }: ThrownError, { event, part }: Catcher): Variables {
  const { properties } = event
  const variables = outputOfTrigger(triggerOf(event), part, thrown.variables)
  const { 'kartabl:errorCodeVariable': forCode, 'kartabl:errorMessageVariable': forMessage } = properties
  if (forCode === undefined && forMessage === undefined) return variables
  const brought = Object.assign(noVariables(), variables)
  if (forCode !== undefined) brought[forCode] = code
  if (forMessage !== undefined) brought[forMessage] = message
  return brought
}

function leaveInstance(x: Execution, { code, message, variables }: ThrownError): void {
  const { key } = x.state
  x.emit({ type: 'errorEscaped', key, code, message, variables })
  endCanceled(x)
}

/** Codes that are caught here or further out, for an instance that is called from here. */
export function catchableCodes(x: Execution, from: ElementInstance): string[] {
  const codes = new Set(x.state.parent?.catches)
  for (const { code } of catchers(x, from, 'error')) codes.add(code ?? ANY_CODE)
  return [...codes]
}

import { type JsonValue, noVariables } from '../json.ts'
import type { ElementInstance } from '../state/instance-state.ts'
import type { Execution } from './execution.ts'

/** The next instance of a loop, with its number and its item. */
export function beginItem(
  x: Execution,
  body: ElementInstance,
  inputElement: string | null,
  item: JsonValue,
): void {
  const index = body.loop!.started
  x.emit({ type: 'loopItemStarted', key: body.key })
  const variables = noVariables()
  variables.loopCounter = index + 1
  if (inputElement) variables[inputElement] = item
  x.plan({ do: 'activate', element: body.element, scope: body.key, variables, loopCounter: index + 1 })
}

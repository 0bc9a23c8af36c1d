import { type JsonValue, noVariables } from '../json.ts'
import type { ElementInstance } from '../state/instance-state.ts'
import type { Execution } from './execution.ts'

/** Variables that an instance of a loop has from its beginning; null for those it does not. */
export interface OwnItem {
  readonly inputElement: string | null
  readonly outputVariable: string | null
}

export const NO_ITEM: OwnItem = { inputElement: null, outputVariable: null }

/** The next instance of a loop, with its number, its item and, still null, its result. [MI7] */
export function beginItem(
  x: Execution,
  body: ElementInstance,
  { inputElement, outputVariable }: OwnItem,
  item: JsonValue,
): void {
  const index = body.loop!.started
  x.emit({ type: 'loopItemStarted', key: body.key })
  const variables = noVariables()
  variables.loopCounter = index + 1
  if (outputVariable) variables[outputVariable] = null
  if (inputElement) variables[inputElement] = item
  x.plan({ do: 'activate', element: body.element, scope: body.key, variables, loopCounter: index + 1 })
}

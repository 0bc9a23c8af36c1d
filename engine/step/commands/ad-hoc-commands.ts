import type { ElementOf } from '../../graph/process-graph.ts'
import { fail, ok, type Result } from '../../result.ts'
import type { Command, Rejection } from '../../state/command.ts'
import type { ElementInstance } from '../../state/instance-state.ts'
import { offeredIn } from '../../state/offered-in.ts'
import { begin, close } from '../ad-hoc.ts'
import type { Execution } from '../execution.ts'
import { terminateChildren } from '../terminate.ts'
import { propagate } from '../variables.ts'

type Of<T extends Command['type']> = Extract<Command, { type: T }>
type AdHoc = ElementOf<'adHocSubProcess'>

/** Begins activities that are offered; those of a sequential one only when nothing else is active. [AH1] */
export function activateAdHoc(x: Execution, command: Of<'activateAdHoc'>): Result<void, Rejection> {
  const found = findAdHoc(x, command.key)
  if (!found.ok) return found
  const { instance, element } = found.value
  const { cancelRemaining = false } = command
  const offered = offeredIn(element, cancelRemaining ? { ...instance, children: 0 } : instance)
  const wrong = command.elements.find((index) => !offered.includes(index))
  if (wrong !== undefined) return notOffered(x, element, wrong, offered)
  if (element.sequential && command.elements.length > 1)
    return notOffered(x, element, command.elements[1]!, [])
  if (cancelRemaining) terminateChildren(x, instance)
  propagate(x, command.key, command.variables)
  begin(x, instance, command.elements, command.own)
  return ok(undefined)
}

/** Somebody says that the work is done. [AH3] */
export function completeAdHoc(x: Execution, { key }: Of<'completeAdHoc'>): Result<void, Rejection> {
  const found = findAdHoc(x, key)
  if (!found.ok) return found
  close(x, found.value.instance, found.value.element)
  return ok(undefined)
}

function findAdHoc(
  x: Execution,
  key: number,
): Result<{ instance: ElementInstance; element: AdHoc }, Rejection> {
  const instance = x.state.elements.get(key)
  const element = instance && x.element(instance)
  const isWhole = element?.loop != null && instance?.loopCounter === 0
  if (instance && element?.type === 'adHocSubProcess' && !isWhole && instance.extra?.mode !== 'shell')
    return ok({ instance, element })
  return fail({
    code: 'ad_hoc_not_found',
    message: `element instance ${key} of instance ${x.state.key} is no active ad-hoc sub-process: it has ended, or is something else`,
  })
}

function notOffered(
  x: Execution,
  { id }: AdHoc,
  wrong: number,
  offered: readonly number[],
): Result<never, Rejection> {
  const may = offered.map((index) => `'${x.graph.elements[index]!.id}'`).join(', ')
  return fail({
    code: 'ad_hoc_not_allowed',
    message: `'${x.graph.elements[wrong]?.id ?? wrong}' can't be begun in '${id}' now; what can is: ${may || 'nothing'}`,
  })
}

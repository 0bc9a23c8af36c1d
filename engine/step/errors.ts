import type { ErrorDefinition, GraphElement } from '../graph/process-graph.ts'
import type { Variables } from '../json.ts'
import type { Key } from '../key.ts'
import type { ElementInstance } from '../state/instance-state.ts'
import type { Execution } from './execution.ts'
import { interrupt } from './interrupt.ts'
import { Stuck } from './stuck.ts'
import { dropWork, terminateChildren } from './terminate.ts'

/** In `catches`: every code. */
const ANY_CODE = ''

export interface ThrownError {
  readonly code: string
  readonly message: string
  readonly variables: Variables
}

interface Catcher {
  /** The instance that is interrupted: an activity, or the scope of an event sub-process. */
  readonly instance: ElementInstance
  readonly event: GraphElement
}

/**
 * Throws a BPMN error at an element instance. The nearest catching event outwards gets it: event sub-processes of a
 * scope before boundary events on it, an event with this code before one for all codes. [ER1] If nobody in this
 * instance catches it but a caller does, the instance ends and the caller goes on with it [ER4]; otherwise `Stuck`.
 */
export function throwError(x: Execution, from: ElementInstance, error: ThrownError): void {
  const catcher = findCatcher(x, from, error.code)
  const { parent } = x.state
  if (!catcher && !parent?.catches.some((code) => code === error.code || code === ANY_CODE)) {
    throw new Stuck(
      'UNHANDLED_ERROR_EVENT',
      `error '${error.code}' (${error.message}) is caught by no boundary event or event sub-process`,
    )
  }
  x.emit({ type: 'errorThrown', key: from.key, code: error.code, message: error.message })
  if (catcher) interrupt(x, catcher.instance, catcher.event, error.variables)
  else leaveInstance(x, error)
}

function leaveInstance(x: Execution, { code, message, variables }: ThrownError): void {
  const { key } = x.state
  const root = x.instance(key)
  terminateChildren(x, root)
  dropWork(x, root)
  x.emit({ type: 'errorEscaped', key, code, message, variables })
  x.emit({ type: 'instanceCanceled', key })
}

/** Codes that are caught here or further out, for an instance that is called from here. */
export function catchableCodes(x: Execution, from: ElementInstance): string[] {
  const codes = new Set(x.state.parent?.catches)
  for (const { event } of catchers(x, from)) codes.add(codeOf(event) ?? ANY_CODE)
  return [...codes]
}

function findCatcher(x: Execution, from: ElementInstance, code: string): Catcher | undefined {
  let forAll: Catcher | undefined
  let level: Key | null = null
  for (const catcher of catchers(x, from)) {
    if (forAll && catcher.instance.key !== level) return forAll
    const caught = codeOf(catcher.event)
    if (caught === code) return catcher
    if (caught === null && !forAll) {
      forAll = catcher
      level = catcher.instance.key
    }
  }
  return forAll
}

/** All that could catch an error thrown at `from`, nearest first. */
function* catchers(x: Execution, from: ElementInstance): Generator<Catcher> {
  let cameFrom = -1
  for (
    let instance: ElementInstance | undefined = from;
    instance;
    instance = x.state.elements.get(instance.scope)
  ) {
    const element = x.element(instance)
    for (const event of startEvents(x, instance, cameFrom)) yield { instance, event }
    if (instance.loopCounter === 0) {
      for (const index of element.boundaryEvents) {
        const event = x.graph.elements[index]!
        if (errorOf(event)) yield { instance, event }
      }
    }
    cameFrom = element.index
  }
}

/**
 * Error start events of a scope's event sub-processes. Not of the one the error comes from [ER3]; none at all if that one
 * interrupted the scope [ES1]; and the whole of a multi-instance has none, only its items do.
 */
function startEvents(x: Execution, scope: ElementInstance, cameFrom: number): GraphElement[] {
  const element = x.element(scope)
  if (!('eventSubProcesses' in element) || (element.multiInstance && scope.loopCounter === 0)) return []
  const running = startOf(x, cameFrom)
  if (running && 'interrupting' in running && running.interrupting) return []
  const starts = element.eventSubProcesses.map((index) => startOf(x, index)!)
  return starts.filter((event) => event !== running && errorOf(event))
}

/** The start event, if the element is an event sub-process. */
function startOf(x: Execution, index: number): GraphElement | undefined {
  const element = x.graph.elements[index]
  return element?.type === 'eventSubProcess' ? x.graph.elements[element.startEvent] : undefined
}

const errorOf = (event: GraphElement): ErrorDefinition | null =>
  'trigger' in event && event.trigger.kind === 'error' ? event.trigger.error : null

/** null: catches all. Catching codes are fixed texts; compile refuses expressions there. */
function codeOf(event: GraphElement): string | null {
  const code = errorOf(event)?.code
  return code?.kind === 'fixed' ? code.text : null
}

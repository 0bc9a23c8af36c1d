import { partsOf } from '../graph/parts-of.ts'
import type { ErrorDefinition, GraphElement } from '../graph/process-graph.ts'
import type { ElementInstance } from '../state/instance-state.ts'
import type { Execution } from './execution.ts'

/** What is thrown inside and caught further out. */
export type Throwable = 'error' | 'escalation'

/** An event that catches, and what it stands at. */
export interface Catcher {
  /** An activity with a boundary event, or the scope of an event sub-process. */
  readonly instance: ElementInstance
  readonly event: GraphElement
  /** Which of its triggers catches. */
  readonly part: number
  /** null: every code. */
  readonly code: string | null
  /** Events of one level are asked for the code before they are asked for all codes. */
  readonly level: string
}

/**
 * The nearest event outwards that catches this code: event sub-processes of a scope before boundary events on it, an event
 * with this code before one for all codes. [ER1] [EC1]
 */
export function findCatcher(
  x: Execution,
  from: ElementInstance,
  kind: Throwable,
  code: string,
): Catcher | undefined {
  let forAll: Catcher | undefined
  for (const catcher of catchers(x, from, kind)) {
    if (forAll && catcher.level !== forAll.level) return forAll
    if (catcher.code === code) return catcher
    if (catcher.code === null) forAll ??= catcher
  }
  return forAll
}

/** All that could catch what is thrown at `from`, nearest first. */
export function* catchers(x: Execution, from: ElementInstance, kind: Throwable): Generator<Catcher> {
  let cameFrom = -1
  for (
    let instance: ElementInstance | undefined = from;
    instance;
    instance = x.state.elements.get(instance.scope)
  ) {
    const element = x.element(instance)
    const events = startEvents(x, instance, cameFrom)
    if (instance.loopCounter === 0 && catchesAtBoundary(instance, kind))
      for (const index of element.boundaryEvents) events.push(x.graph.elements[index]!)
    for (const event of events)
      for (const { error, part } of caughtBy(event, kind))
        yield { instance, event, part, code: codeOf(error), level: `${event.type} ${instance.key}` }
    cameFrom = element.index
  }
}

/**
 * Start events of a scope's event sub-processes. Not of the one it comes from [ER3]; none at all if that one
 * interrupted the scope [ES1], if the scope is completing [ES4] or is a transaction that is being undone [TX1]; and the
 * whole of a multi-instance has none, only its items do.
 */
function startEvents(x: Execution, scope: ElementInstance, cameFrom: number): GraphElement[] {
  const element = x.element(scope)
  if (!('eventSubProcesses' in element) || isShell(scope) || beginsNone(scope)) return []
  if (element.loop && scope.loopCounter === 0) return []
  const running = startOf(x, cameFrom)
  if (running && 'interrupting' in running && running.interrupting) return []
  return element.eventSubProcesses.map((index) => startOf(x, index)!).filter((event) => event !== running)
}

/** What has completed catches nothing when it is undone; of a canceled transaction an error is a hazard still. [TX3] */
const catchesAtBoundary = (instance: ElementInstance, kind: Throwable): boolean =>
  !isShell(instance) && (kind === 'error' || instance.extra?.mode !== 'canceling')

const isShell = ({ extra }: ElementInstance): boolean => extra?.mode === 'shell'
const beginsNone = ({ extra }: ElementInstance): boolean =>
  extra?.mode === 'canceling' || extra?.mode === 'completing'

/** The start event, if the element is an event sub-process. */
function startOf(x: Execution, index: number): GraphElement | undefined {
  const element = x.graph.elements[index]
  return element?.type === 'eventSubProcess' ? x.graph.elements[element.startEvent] : undefined
}

interface Caught {
  readonly error: ErrorDefinition
  readonly part: number
}

const caughtBy = (event: GraphElement, kind: Throwable): Caught[] =>
  'trigger' in event
    ? partsOf(event.trigger).flatMap((trigger, part) =>
        trigger.kind === kind && 'error' in trigger ? [{ error: trigger.error, part }] : [],
      )
    : []

/** null: catches all. Catching codes are fixed texts; compile refuses expressions there. */
const codeOf = ({ code }: ErrorDefinition): string | null => (code?.kind === 'fixed' ? code.text : null)

import type { ElementOf, ElementType } from '../graph/process-graph.ts'
import type { Variables } from '../json.ts'
import type { ElementInstance } from '../state/instance-state.ts'
import type { Execution } from '../step/execution.ts'

/** How an element of one type behaves between its activation and its completion. */
export interface Behavior<T extends ElementType> {
  /** Whether it can rest: only then are its boundary events and event sub-processes armed. */
  readonly rests: boolean
  /**
   * Does the element's own work. `brought`: variables of the event that led here. Throws `Stuck`, before it has
   * emitted anything, when it can't; it is entered again when the incident is resolved.
   */
  enter(
    x: Execution,
    instance: ElementInstance,
    element: ElementOf<T>,
    brought: Variables | null,
    /** Which of its triggers has happened, when it was one that began an instance. */
    part: number | undefined,
  ): 'done' | 'rests'
  /** More to do before it completes, after something it waited for; always 'done' when left out. Throws as `enter` does. */
  goOn?(x: Execution, instance: ElementInstance, element: ElementOf<T>): 'done' | 'rests'
  /** Outgoing flows to take; all whose condition holds when left out. */
  flows?(x: Execution, instance: ElementInstance): readonly number[]
}

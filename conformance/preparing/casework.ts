import type { NodeType } from '../../engine/model/node-type.ts'
import type { Case, Scenario, Step } from '../pack/pack.ts'
import { type Behavior, behaviorOf } from './task-behavior.ts'

/** What a scenario asks of the elements of its models. */
export interface Casework {
  readonly case: Case
  /** What a task does of itself. */
  behavior(element: string, type: NodeType): Behavior
  /** The same, once a file was prepared: what it was written as is remembered. */
  behaviorAt(element: string): Behavior
  /** Whether a step may make it wait or end it with an error, which takes a worker. */
  needsWorker(element: string): boolean
  /** Gateways whose outgoing flows a step chooses. */
  readonly decided: ReadonlySet<string>
  /** Events that a step fires whatever they are. */
  readonly triggered: ReadonlySet<string>
}

export function caseworkOf(of: Case, scenario: Scenario): Casework {
  const { steps } = scenario
  const written = new Map<string, NodeType>()
  const worked = new Set([...named(steps, 'waitAt'), ...named(steps, 'throwError')])
  return {
    case: of,
    behavior: (element, type) => {
      written.set(element, type)
      return behaviorOf(of, element, type)
    },
    behaviorAt: (element) => behaviorOf(of, element, written.get(element) ?? 'ServiceTask'),
    needsWorker: (element) =>
      worked.has(element) || of.stubs?.[element] !== undefined || of.scripts?.[element] !== undefined,
    decided: new Set(steps.flatMap((step) => (step.op === 'decide' ? [step.gateway] : []))),
    triggered: new Set(steps.flatMap((step) => (step.op === 'trigger' ? [step.element] : []))),
  }
}

const named = (steps: readonly Step[], op: 'waitAt' | 'throwError'): string[] =>
  steps.flatMap((step) => (step.op === op ? [step.task] : []))

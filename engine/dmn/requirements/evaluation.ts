import { Machine } from '../../feel/embedding.ts'
import type { FeelContext, FeelValue, VariableLookup } from '../../feel/index.ts'
import type { EvaluatedDecision } from '../decision-model.ts'

/** One evaluation: every decision is made once, all on one machine. */
export class Evaluation {
  readonly machine: Machine
  readonly inputs: VariableLookup
  /** Values by element id: made already, or given instead (a service's input decisions). */
  readonly values: Map<string, FeelValue>
  readonly evaluated: EvaluatedDecision[] = []

  private constructor(machine: Machine, inputs: VariableLookup, values: Map<string, FeelValue>) {
    this.machine = machine
    this.inputs = inputs
    this.values = values
  }

  static start(inputs: VariableLookup, context: FeelContext): Evaluation {
    return new Evaluation(new Machine(inputs, context), inputs, new Map())
  }

  /** A service's own evaluation, on the machine of the one that calls it. */
  static inside(machine: Machine, inputs: VariableLookup, given: Map<string, FeelValue>): Evaluation {
    return new Evaluation(machine, inputs, given)
  }
}

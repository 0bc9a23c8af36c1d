import { admit, entryOf, isRecord, Machine } from '../../feel/embedding.ts'
import type { FeelContext, FeelValue, VariableLookup } from '../../feel/index.ts'
import type { EvaluatedDecision } from '../decision-model.ts'

/** What all parts of one evaluation share. */
interface Shared {
  readonly machine: Machine
  /** Values by element id that are given instead of made: a service's parameters. */
  readonly given: ReadonlyMap<string, FeelValue>
  readonly evaluated: EvaluatedDecision[]
}

/** One evaluation: every decision is made once, all on one machine. */
export class Evaluation {
  readonly inputs: VariableLookup
  /** Values by element id, given or made already. */
  readonly values: Map<string, FeelValue>
  private readonly shared: Shared
  private readonly imports = new Map<string, Evaluation>()

  private constructor(inputs: VariableLookup, shared: Shared) {
    this.inputs = inputs
    this.values = new Map(shared.given)
    this.shared = shared
  }

  get machine(): Machine {
    return this.shared.machine
  }

  /** Decisions in the order in which they were made. */
  get evaluated(): EvaluatedDecision[] {
    return this.shared.evaluated
  }

  static start(inputs: VariableLookup, context: FeelContext): Evaluation {
    return new Evaluation(inputs, {
      machine: new Machine(inputs, context),
      given: new Map(),
      evaluated: [],
    })
  }

  /** A service's own evaluation, on the machine of the one that calls it. */
  static inside(machine: Machine, inputs: VariableLookup, given: ReadonlyMap<string, FeelValue>): Evaluation {
    return new Evaluation(inputs, { machine, given, evaluated: [] })
  }

  /**
   * The evaluation of an imported model. A model imported under two names, or by two models, is two: each takes its
   * input data from the context of that name, or from outside when there is none.
   */
  ofImport(name: string): Evaluation {
    const known = this.imports.get(name)
    if (known !== undefined) return known
    const inputs: VariableLookup = (wanted) => {
      const context = admit(this.inputs(name))
      const entry = isRecord(context) ? entryOf(context, wanted) : undefined
      return entry === undefined ? this.inputs(wanted) : entry
    }
    const made = new Evaluation(inputs, this.shared)
    this.imports.set(name, made)
    return made
  }
}

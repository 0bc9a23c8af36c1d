import type { DmnProblem } from '../decision-model.ts'
import { DecisionStop, DmnStop } from '../decision-stop.ts'
import type { Logic } from '../logic/logic.ts'

/** Gathers the problems of all logic of a model, so that they are told at once. */
export class RefusedLogic {
  readonly problems: DmnProblem[] = []

  /** What `read` yields, or what `instead` makes of logic that fails as soon as it is asked. */
  attempt<T>(read: () => T, instead: (failing: Logic) => T): T {
    try {
      return read()
    } catch (thrown) {
      if (!(thrown instanceof DmnStop)) throw thrown
      const { problem } = thrown
      this.problems.push(problem)
      return instead(() => {
        throw new DecisionStop('decision_refused', problem.message)
      })
    }
  }
}

import type { FeelProblem, FeelProblemCode } from '../feel-expression.ts'

/** Ends a compilation from within; the door turns it into a problem. */
export class CompileStop extends Error {
  readonly problem: FeelProblem

  constructor(code: FeelProblemCode, message: string, position: number) {
    super(message)
    this.problem = { code, message, position }
  }
}

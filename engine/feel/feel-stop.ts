import type { FeelFailure, FeelFailureCode } from './feel-expression.ts'

/** Ends an evaluation from within; `failureOf` turns it into a value at the door. */
export class FeelStop extends Error {
  readonly code: FeelFailureCode

  constructor(code: FeelFailureCode, message: string) {
    super(message)
    this.code = code
  }
}

/**
 * The failure that a thrown thing stands for. A RangeError is JavaScript's stack or string limit, reached before ours
 * because the caller's own stack was deep already. Anything else is a bug of ours and is thrown on.
 */
export function failureOf(thrown: unknown): FeelFailure {
  if (thrown instanceof FeelStop) return { code: thrown.code, message: thrown.message }
  if (thrown instanceof RangeError) return { code: 'feel_too_deep', message: NESTED_TOO_DEEP }
  throw thrown
}

const NESTED_TOO_DEEP =
  'Expected an expression that fits the stack, got deeper nesting or recursion; flatten it or end the recursion earlier.'

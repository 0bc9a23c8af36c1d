/** Something in a diagram, decision or form that stops its deployment: where, why, and what to do about it. */
export interface Problem {
  /** Stable, snake_case. */
  readonly code: string
  /** Id of the element, '' when it is the file itself. */
  readonly element: string
  /** Cause: what was expected and what is there. */
  readonly message: string
  readonly remedy: string
  /** Line of the file, the first is 1, where it is known. */
  readonly line?: number
}

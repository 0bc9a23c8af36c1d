import type { Result } from '../result.ts'
import type { FeelType } from './values/feel-type.ts'
import type { FeelValue } from './values/feel-value.ts'

/** Yields a variable's value (JSON or FEEL values), undefined when there is no such variable. */
export type VariableLookup = (name: string) => unknown

/** What an evaluation may know of the world. */
export interface FeelContext {
  /** Epoch milliseconds; `now()` and `today()` read it. */
  readonly now: number
  /** IANA zone of `now()` and `today()`. */
  readonly zone: string
  /** Steps the evaluation may take; 200,000 unless given, for 20 ms on a free core. */
  readonly fuel?: number
  /** Collects why something became null, when given. */
  readonly warnings?: FeelWarning[]
}

export type FeelWarningCode =
  | 'feel_no_variable'
  | 'feel_type'
  | 'feel_no_function'
  | 'feel_arguments'
  | 'feel_value'

export interface FeelWarning {
  readonly code: FeelWarningCode
  readonly message: string
}

export type FeelProblemCode =
  | 'feel_syntax'
  | 'feel_too_long'
  | 'feel_too_deep'
  | 'feel_unsupported'
  | 'feel_forbidden_name'

/** Why a text is no expression. */
export interface FeelProblem {
  readonly code: FeelProblemCode
  readonly message: string
  /** Characters before the place, counted from 0. */
  readonly position: number
}

export type FeelFailureCode = 'feel_out_of_fuel' | 'feel_too_deep' | 'feel_assertion_failed'

/** Why an evaluation did not end. A type mismatch is none: it yields null, as the standard says, and a warning. */
export interface FeelFailure {
  readonly code: FeelFailureCode
  readonly message: string
}

/** What is FEEL, but hardly what its author meant: the operator of another language. */
export interface FeelDoubt {
  /** As it stands there, `==` for instance. */
  readonly written: string
  /** Characters before it, counted from 0. */
  readonly position: number
}

/** A compiled expression; evaluate it as often as needed, from anywhere. */
export interface FeelExpression {
  readonly text: string
  /** Top-level names it may read from the lookup. */
  readonly references: readonly string[]
  /** True when it reads no variable and no clock. */
  readonly constant: boolean
  readonly doubts: readonly FeelDoubt[]
  evaluate(lookup: VariableLookup, context: FeelContext): Result<FeelValue, FeelFailure>
}

/** Compiled unary tests, as in a decision table's cell. */
export interface FeelUnaryTests {
  readonly text: string
  readonly references: readonly string[]
  /** True when the input passes; null (undecidable) counts as not passing. */
  test(input: FeelValue, lookup: VariableLookup, context: FeelContext): Result<boolean, FeelFailure>
}

/**
 * Names with the names of their parts, for texts whose names hold blanks or operators: `{ Loan: { 'Loan Amount': {} } }`.
 * A list has the shape of its items, a function the shape of its result.
 */
export interface NameShape {
  readonly [name: string]: NameShape
}

export interface CompileOptions {
  /** Variables whose names hold blanks or operators. */
  readonly names?: readonly string[]
  /** The same with their parts. */
  readonly shape?: NameShape
  /** Types beyond the built-in ones, by name. */
  readonly types?: ReadonlyMap<string, FeelType>
}

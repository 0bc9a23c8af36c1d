/**
 * The door of FEEL, the expression language of DMN. See README.md for its terms.
 */
export { addDuration, type DurationProblem } from './add-duration.ts'
export { compileExpression } from './compile-expression.ts'
export { compileUnaryTests } from './compile-unary-tests.ts'
export type {
  CompileOptions,
  FeelContext,
  FeelDoubt,
  FeelExpression,
  FeelFailure,
  FeelFailureCode,
  FeelProblem,
  FeelProblemCode,
  FeelUnaryTests,
  FeelWarning,
  NameShape,
  VariableLookup,
} from './feel-expression.ts'
export { MAX_TEXT_LENGTH } from './parse/parse-tree.ts'
export { type InstantProblem, readInstant } from './read-instant.ts'
export { readZeebeExpression, type ZeebeValue } from './read-zeebe-expression.ts'
export { parseDuration } from './values/at-literal.ts'
export { DaysTimeDuration } from './values/days-time-duration.ts'
export { FeelDate, parseDate } from './values/feel-date.ts'
export { FeelDateTime, parseDateTime } from './values/feel-date-time.ts'
export { FeelFunction } from './values/feel-function.ts'
export { FeelRange } from './values/feel-range.ts'
export { FeelTime, parseTime } from './values/feel-time.ts'
export type { FeelList, FeelRecord, FeelTemporal, FeelValue } from './values/feel-value.ts'
export { type JsonValue, toJson } from './values/to-json.ts'
export { YearsMonthsDuration } from './values/years-months-duration.ts'

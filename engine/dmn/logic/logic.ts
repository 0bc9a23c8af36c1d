import type { EmbeddedExpression, EmbeddedTests, FeelType, Machine } from '../../feel/embedding.ts'
import type { FeelValue, NameShape, VariableLookup } from '../../feel/index.ts'
import type { EvaluatedInput, MatchedRule } from '../decision-model.ts'
import type { DmnElement } from '../read/element.ts'

/** Receives what a decision table saw; only the table that is a decision's own logic reports. */
export interface TableTrace {
  inputs: readonly EvaluatedInput[]
  matchedRules: readonly MatchedRule[]
}

/** Compiled decision logic: yields a value from the variables of its place. */
export type Logic = (machine: Machine, lookup: VariableLookup, trace?: TableTrace) => FeelValue

/** What the compilers of boxed expressions need from the model and from each other. */
export interface LogicUnit {
  /** Any boxed expression; `shape` has the names that are visible. @throws DmnStop */
  compile(element: DmnElement, shape: NameShape): Logic
  /** FEEL text inside an element, for the model's types. @throws DmnStop */
  expression(text: string, shape: NameShape, at: DmnElement): EmbeddedExpression
  tests(text: string, shape: NameShape, at: DmnElement): EmbeddedTests
  typeOf(typeRef: string): FeelType
  shapeOf(typeRef: string): NameShape
}

export type LogicCompiler = (element: DmnElement, shape: NameShape, unit: LogicUnit) => Logic

/** The variables of a place and one more. */
export const withVariable =
  (lookup: VariableLookup, name: string, value: FeelValue): VariableLookup =>
  (wanted) =>
    wanted === name ? value : lookup(wanted)

/** One more name among those that are visible. */
export const withName = (shape: NameShape, name: string, parts: NameShape = {}): NameShape => ({
  ...shape,
  [name]: parts,
})

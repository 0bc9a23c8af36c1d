import type { FeelValue, NameShape } from '../../feel/index.ts'
import type { Evaluation } from './evaluation.ts'

/** An element of the requirements graph that others may require: its name and how its value comes about. */
export interface GraphElement {
  readonly id: string
  readonly name: string
  readonly shape: NameShape
  /** Ids of the elements it requires. */
  readonly requires: readonly string[]
  valueIn(evaluation: Evaluation): FeelValue
}

import type { FieldKind, SettingsByKind } from '../fields/settings-by-kind.ts'
import type { Rule } from '../rules/rule.ts'
import type { LocalText } from '../texts/local-text.ts'
import type { JsonValue } from '../values/json-value.ts'
import type { ValuePath } from '../values/value-path.ts'

/** Where a field's value belongs among the records: `kartabl:record` = `opportunity.items`. */
export interface RecordBinding {
  readonly record: string
  readonly attribute: string
}

export interface FieldRules {
  readonly hide: Rule
  readonly readOnly: Rule
  readonly required: readonly Rule[]
}

/** One field of a form, of one kind. */
export interface FieldOf<Kind extends FieldKind> {
  readonly kind: Kind
  readonly id: string
  /** The form-js key, the path of a grid, or '' for what holds no value. */
  readonly key: string
  /** Steps to the value in the form's data or in the grid row, group paths included; `#<id>` for what holds no value. */
  readonly path: ValuePath
  /** Stands in for a missing label: the key, a button's id, '' where no label is needed. */
  readonly name: string
  readonly texts: {
    readonly label: LocalText
    readonly description: LocalText
    readonly text: LocalText
    readonly prefix: LocalText
    readonly suffix: LocalText
  }
  readonly settings: SettingsByKind[Kind]
  readonly rules: FieldRules
  /** Value of a new form as the schema has it, checked to be of the kind; undefined when there is none. */
  readonly defaultValue: JsonValue | undefined
  /** Columns of the 16-column row the field takes, null for an equal share. */
  readonly columns: number | null
  /** Fields with the same row stand side by side; null stands alone. */
  readonly row: string | null
  readonly properties: ReadonlyMap<string, string>
  readonly recordBinding: RecordBinding | null
  /** Fields of a group, columns of a grid, else empty. */
  readonly fields: readonly Field[]
}

export type Field = { readonly [Kind in FieldKind]: FieldOf<Kind> }[FieldKind]

/** A way to end the task: one button. */
export interface Outcome {
  readonly outcome: string
  /** The text form-js has; `labelOf(outcome, language)` knows the translations. */
  readonly label: string
  readonly name: string
  readonly texts: { readonly label: LocalText }
  readonly primary: boolean
  readonly destructive: boolean
  /** Paths of fields that must be filled for this outcome: ['reason']. */
  readonly requires: readonly string[]
  /** Path of its button in the form's state: a hidden button's outcome cannot be chosen. */
  readonly path: string
}

export interface Form {
  readonly id: string
  readonly fields: readonly Field[]
  readonly outcomes: readonly Outcome[]
}

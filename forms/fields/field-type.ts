import type { Result } from '../../engine/result.ts'
import type { FieldContext } from '../rules/field-context.ts'
import type { ComponentReader } from '../schema/component-reader.ts'
import type { FieldFault } from '../submission/field-error.ts'
import type { JsonValue } from '../values/json-value.ts'
import type { FieldKind, SettingsByKind } from './settings-by-kind.ts'

/** What the form language knows of one kind of field. */
export interface FieldType<Kind extends FieldKind> {
  readonly kind: Kind
  /** False for what only shows or acts: groups, texts, tables, buttons. */
  readonly holdsValue: boolean
  /** Reads the kind's own part of the schema; what is wrong is reported to the reader. */
  parse(reader: ComponentReader): SettingsByKind[Kind]
  /** The value of an untouched field. */
  readonly empty: JsonValue
  /** True when a required field would still be missing. */
  isMissing(value: JsonValue): boolean
  /** The value in the shape it is stored in; fails when it is of another type. Empty input becomes `empty`. */
  normalise(
    raw: unknown,
    settings: SettingsByKind[Kind],
    context: FieldContext,
  ): Result<JsonValue, FieldFault>
  /** What breaks the field's bounds; asked for normalised values that are not missing. */
  validate(value: JsonValue, settings: SettingsByKind[Kind], context: FieldContext): readonly FieldFault[]
  /** The value as one line of plain text in the person's language, '' when there is none. */
  display(value: JsonValue, settings: SettingsByKind[Kind], language: string): string
}

import type { Values } from '../../api/contract/index.ts'
import type { FieldContext, FieldKind, FieldOf } from '../../forms/index.ts'

/** What every field component is given. */
export interface Control<Kind extends FieldKind> {
  readonly field: FieldOf<Kind>
  readonly id: string
  readonly value: unknown
  readonly label: string
  /** In a grid the column names the field: the label is for screen readers only. */
  readonly compact: boolean
  readonly description: string | null
  readonly error: string | undefined
  readonly required: boolean
  /** What the field's expressions may read. */
  readonly context: FieldContext
  readonly set: (value: unknown) => void
  readonly touch: () => void
  /** Called with what a look-up brings along when a record is chosen: a product's `unit` and `price`. */
  readonly bring?: (extra: Values) => void
}

/** The part that all of Mantine's inputs share. */
export const inputProps = ({
  id,
  label,
  compact,
  description,
  error,
  required,
  touch,
}: Control<FieldKind>) => ({
  id,
  ...(compact ? { 'aria-label': label } : { label, description }),
  error,
  withAsterisk: required,
  'aria-required': required,
  onBlur: touch,
})

import type { Values } from '../../../api/contract/index.ts'
import { type Field, type FieldContext, type JsonObject, labelOf, valueAt } from '../../../forms/index.ts'
import { useFormat } from '../../format/use-format.ts'
import { useLanguage } from '../../i18n/use-language.ts'
import { TextBlock } from '../fields/TextBlock.tsx'
import { useFilledForm } from '../filled-form.ts'
import { fullLabel } from '../full-label.ts'
import { InputField, type InputKind } from '../InputField.tsx'
import { ValueText } from '../ValueText.tsx'

interface GridCellProps {
  readonly column: Field
  readonly path: string
  readonly row: JsonObject
  /** Row, counted from 0. */
  readonly index: number
  /** Column, counted from 0. */
  readonly place: number
  readonly context: FieldContext
  readonly bring: (extra: Values) => void
}

export function GridCell({ column, path, row, index, place, context, bring }: GridCellProps) {
  const { code, direction } = useLanguage()
  const format = useFormat()
  const { states, errors, idOf, setValue, touch } = useFilledForm()
  const state = states.get(path)
  const label = labelOf(column, code, context)
  const value = valueAt(row, column.path)
  const cell = {
    'data-kind': column.kind,
    'data-row': index,
    'data-column': place,
    'data-label': fullLabel(column, code, context),
  }
  if (state?.visible === false) return <td {...cell} />
  if (column.kind === 'text')
    return (
      <td {...cell}>
        <TextBlock field={column} context={context} />
      </td>
    )
  if (!isInput(column) || state?.readOnly)
    return (
      <td {...cell}>
        <bdi dir={column.kind === 'number' || column.kind === 'money' ? direction : 'auto'}>
          <ValueText field={column} value={value} />
        </bdi>
      </td>
    )
  return (
    <td {...cell}>
      <InputField
        field={column}
        id={idOf(path)}
        value={value}
        label={`${label} ${format.number(index + 1)}`}
        compact
        description={null}
        error={errors.get(path)}
        required={state?.required === true}
        context={context}
        set={(next) => setValue(path, next)}
        touch={() => touch(path)}
        bring={bring}
      />
    </td>
  )
}

const isInput = (field: Field): field is Extract<Field, { kind: InputKind }> =>
  field.kind !== 'group' &&
  field.kind !== 'table' &&
  field.kind !== 'button' &&
  field.kind !== 'grid' &&
  field.kind !== 'text'

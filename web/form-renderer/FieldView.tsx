import { descriptionOf, type Field, valueAt } from '../../forms/index.ts'
import { useLanguage } from '../i18n/use-language.ts'
import { TableField } from './fields/TableField.tsx'
import { TextBlock } from './fields/TextBlock.tsx'
import { useFilledForm } from './filled-form.ts'
import { fullLabel } from './full-label.ts'
import { GridField } from './grid/GridField.tsx'
import { InputField } from './InputField.tsx'
import { ReadOnlyField } from './ReadOnlyField.tsx'

/** One field outside of a grid: its component by kind, or its value as text where it cannot be edited. */
export function FieldView({ field, path }: { field: Field; path: string }) {
  const { values, states, errors, context, idOf, setValue, touch } = useFilledForm()
  const { code } = useLanguage()
  const state = states.get(path)
  if (field.kind === 'text') return <TextBlock field={field} context={context} />
  if (field.kind === 'table') return <TableField field={field} context={context} />
  if (field.kind === 'group' || field.kind === 'button') return null // FieldList and the action bar have them
  if (field.kind === 'grid') return <GridField field={field} path={path} />
  const value = valueAt(values, field.path)
  const label = fullLabel(field, code, context)
  if (state?.readOnly) return <ReadOnlyField field={field} value={value} label={label} />
  return (
    <InputField
      field={field}
      id={idOf(path)}
      value={value}
      label={label}
      compact={false}
      description={descriptionOf(field, code, context)}
      error={errors.get(path)}
      required={state?.required === true}
      context={context}
      set={(next) => setValue(path, next)}
      touch={() => touch(path)}
    />
  )
}

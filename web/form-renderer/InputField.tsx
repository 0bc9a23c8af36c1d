import { Skeleton } from '@mantine/core'
import { lazy, memo, Suspense } from 'react'
import type { FieldKind } from '../../forms/index.ts'
import type { Control } from './control.ts'
import { CheckboxField } from './fields/CheckboxField.tsx'
import { ChecklistField } from './fields/ChecklistField.tsx'
import { LookupField } from './fields/LookupField.tsx'
import { MoneyField } from './fields/MoneyField.tsx'
import { NumberField } from './fields/NumberField.tsx'
import { RadioField } from './fields/RadioField.tsx'
import { SelectField } from './fields/SelectField.tsx'
import { TaglistField } from './fields/TaglistField.tsx'
import { TextareaField } from './fields/TextareaField.tsx'
import { TextField } from './fields/TextField.tsx'

/** Calendars are a third of the form's script: fetched when a form asks for a date. */
const DatetimeField = lazy(() =>
  import('./fields/DatetimeField.tsx').then((module) => ({ default: module.DatetimeField })),
)

/** Kinds that are typed into or chosen from. */
export type InputKind = Exclude<FieldKind, 'group' | 'text' | 'table' | 'button' | 'grid'>
type InputControl = { [Kind in InputKind]: Control<Kind> }[InputKind]

/** An editable field of any kind; drawn again only when something of its own has changed. */
export const InputField = memo(InputByKind, isSame)

function InputByKind(props: Control<InputKind>) {
  const control = props as InputControl // field and settings are of one kind, whichever it is
  switch (control.field.kind) {
    case 'textfield':
      return <TextField {...control} field={control.field} />
    case 'textarea':
      return <TextareaField {...control} field={control.field} />
    case 'number':
      return <NumberField {...control} field={control.field} />
    case 'money':
      return <MoneyField {...control} field={control.field} />
    case 'datetime':
      return (
        <Suspense fallback={<Skeleton height={36} mt={control.compact ? 0 : 24} />}>
          <DatetimeField {...control} field={control.field} />
        </Suspense>
      )
    case 'select':
      return <SelectField {...control} field={control.field} />
    case 'radio':
      return <RadioField {...control} field={control.field} />
    case 'checkbox':
      return <CheckboxField {...control} field={control.field} />
    case 'checklist':
      return <ChecklistField {...control} field={control.field} />
    case 'taglist':
      return <TaglistField {...control} field={control.field} />
    case 'lookup':
      return <LookupField {...control} field={control.field} />
  }
}

const compared = ['field', 'id', 'value', 'label', 'description', 'error', 'required'] as const

/** `set` and `touch` are new each time and do the same; what a field reads from elsewhere makes it dependent. */
function isSame(before: Control<InputKind>, after: Control<InputKind>): boolean {
  return (
    !dependsOnOthers(after.field as InputControl['field']) &&
    compared.every((name) => Object.is(before[name], after[name]))
  )
}

function dependsOnOthers(field: InputControl['field']): boolean {
  switch (field.kind) {
    case 'select':
    case 'radio':
    case 'checklist':
    case 'taglist':
      return field.settings.source.from !== 'schema'
    case 'money':
      return field.settings.currencyKey !== null
    case 'lookup':
      return true
    default:
      return false
  }
}

import type { Control } from '../control.ts'
import { DatePickerField } from './DatePickerField.tsx'

export function DatePart({ field, set, touch, ...shown }: Control<'datetime'> & { zone: string }) {
  const { id, value, label, compact, description, error, required, zone } = shown
  return (
    <DatePickerField
      {...{ id, value, label, compact, description, error, required, zone }}
      withTime={field.settings.subtype === 'datetime'}
      onChange={set}
      onBlur={touch}
    />
  )
}

import { Checkbox } from '@mantine/core'
import type { Control } from '../control.ts'

export function CheckboxField({
  id,
  value,
  label,
  compact,
  description,
  error,
  required,
  set,
  touch,
}: Control<'checkbox'>) {
  return (
    <Checkbox
      id={id}
      {...(compact ? { 'aria-label': label } : { label, description })}
      error={error}
      aria-required={required}
      checked={value === true}
      onChange={(event) => set(event.currentTarget.checked)}
      onBlur={touch}
    />
  )
}

import { Textarea } from '@mantine/core'
import { type Control, inputProps } from '../control.ts'

export function TextareaField(control: Control<'textarea'>) {
  return (
    <Textarea
      {...inputProps(control)}
      dir="auto"
      autosize
      minRows={control.compact ? 1 : 3}
      maxRows={14}
      value={String(control.value ?? '')}
      onChange={(event) => control.set(event.currentTarget.value)}
    />
  )
}

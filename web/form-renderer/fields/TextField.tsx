import { TextInput } from '@mantine/core'
import { type Control, inputProps } from '../control.ts'

const inputTypes = { email: 'email', phone: 'tel' } as const

export function TextField(control: Control<'textfield'>) {
  const { format } = control.field.settings
  return (
    <TextInput
      {...inputProps(control)}
      type={format === null ? 'text' : inputTypes[format]}
      dir={format === null ? 'auto' : 'ltr'}
      value={String(control.value ?? '')}
      onChange={(event) => control.set(event.currentTarget.value)}
    />
  )
}

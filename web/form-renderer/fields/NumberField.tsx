import { TextInput } from '@mantine/core'
import { type Control, inputProps } from '../control.ts'
import { useNumberText } from './use-number-text.ts'

/** A number as the person writes it: digits of any script, thousands marks. */
export function NumberField(control: Control<'number'>) {
  const text = useNumberText(control.value, control.set, control.touch)
  return (
    <TextInput
      {...inputProps(control)}
      {...text}
      inputMode="decimal"
      autoComplete="off"
      dir="ltr"
      styles={numeric}
    />
  )
}

const numeric = { input: { textAlign: 'right' } } as const

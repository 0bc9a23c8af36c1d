import { Radio, Stack } from '@mantine/core'
import { type Control, inputProps } from '../control.ts'
import { useOptions } from './use-options.ts'

export function RadioField(control: Control<'radio'>) {
  const { data, optionValue } = useOptions(control.field.settings, control.context)
  const { id, ...rest } = inputProps(control)
  return (
    <Radio.Group
      {...rest}
      value={control.value === null || control.value === undefined ? null : String(control.value)}
      onChange={(value) => control.set(optionValue(value))}
    >
      <Stack gap={8} mt={4}>
        {data.map(({ value, label }, index) => (
          <Radio key={value} value={value} label={label} {...(index === 0 ? { id } : {})} />
        ))}
      </Stack>
    </Radio.Group>
  )
}

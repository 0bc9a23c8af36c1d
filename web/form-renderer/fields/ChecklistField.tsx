import { Checkbox, Stack } from '@mantine/core'
import { type Control, inputProps } from '../control.ts'
import { useOptions } from './use-options.ts'

export function ChecklistField(control: Control<'checklist'>) {
  const { data, optionValue } = useOptions(control.field.settings, control.context)
  const { id, ...rest } = inputProps(control)
  const chosen = Array.isArray(control.value) ? control.value.map(String) : []
  return (
    <Checkbox.Group {...rest} value={chosen} onChange={(values) => control.set(values.map(optionValue))}>
      <Stack gap={8} mt={4}>
        {data.map(({ value, label }, index) => (
          <Checkbox key={value} value={value} label={label} {...(index === 0 ? { id } : {})} />
        ))}
      </Stack>
    </Checkbox.Group>
  )
}

import { MultiSelect } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { type Control, inputProps } from '../control.ts'
import { useOptions } from './use-options.ts'

export function TaglistField(control: Control<'taglist'>) {
  const { t } = useTranslation('form')
  const { data, optionValue } = useOptions(control.field.settings, control.context)
  const chosen = Array.isArray(control.value) ? control.value.map(String) : []
  return (
    <MultiSelect
      {...inputProps(control)}
      data={data}
      value={chosen}
      onChange={(values) => control.set(values.map(optionValue))}
      searchable
      clearable
      nothingFoundMessage={t('nothingFound')}
    />
  )
}

import { Select } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { type Control, inputProps } from '../control.ts'
import { useOptions } from './use-options.ts'

export function SelectField(control: Control<'select'>) {
  const { t } = useTranslation('form')
  const { data, optionValue } = useOptions(control.field.settings, control.context)
  return (
    <Select
      {...inputProps(control)}
      data={data}
      value={control.value === null || control.value === undefined ? null : String(control.value)}
      onChange={(value) => control.set(value === null ? null : optionValue(value))}
      placeholder={control.compact ? undefined : t('choose')}
      clearable={!control.required}
      openOnFocus={false}
      searchable={control.field.settings.searchable || data.length > 12}
      nothingFoundMessage={t('nothingFound')}
      comboboxProps={{ width: control.compact ? 240 : 'target', position: 'bottom-start' }}
    />
  )
}

import { Loader, Select } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type Control, inputProps } from '../control.ts'
import { lookupKindOf } from '../lookup-kind.ts'
import { hasTyped } from './has-typed.ts'
import { LookupOption } from './LookupOption.tsx'
import { useLookup } from './use-lookup.ts'

/** One record, found by typing. */
export function LookupField(control: Control<'lookup'>) {
  const { t } = useTranslation('form')
  const [search, setSearch] = useState('')
  const [opened, setOpened] = useState(false)
  const [settled] = useDebouncedValue(search, 150)
  const value = typeof control.value === 'string' && control.value !== '' ? control.value : null
  const { entries, chosen, remember, labelOf, loading, late } = useLookup({
    kind: lookupKindOf(control.field.settings.record),
    value,
    search: settled,
    opened,
    context: control.context,
  })
  const known =
    chosen && !entries.some((entry) => entry.value === chosen.value) ? [chosen, ...entries] : entries
  const options = known.map((entry) => ({ value: entry.value, label: labelOf(entry) }))
  // While the answer to what is typed is on its way, Enter must not take what was offered for an earlier text.
  const stale = late || search !== settled
  const offered = (value: string) => {
    const entry = known.find((candidate) => candidate.value === value)
    return entry === undefined || hasTyped(`${labelOf(entry)} ${entry.detail}`, search)
  }
  const nameless = value !== null && !known.some((entry) => entry.value === value)
  const choose = (next: string | null) => {
    control.set(next)
    const entry = known.find((candidate) => candidate.value === next)
    if (!entry) return
    remember(entry)
    control.bring?.(entry.extra)
  }
  return (
    <Select
      {...inputProps(control)}
      dir={value === null && search === '' ? undefined : 'auto'}
      data={nameless ? [{ value, label: value }, ...options] : options}
      value={value}
      onChange={choose}
      searchable
      openOnFocus={false}
      searchValue={search}
      onSearchChange={setSearch}
      onDropdownOpen={() => setOpened(true)}
      filter={({ options }) =>
        stale ? options.filter((option) => 'value' in option && offered(option.value)) : options
      }
      placeholder={control.compact ? undefined : t('lookup')}
      clearable={!control.required && !control.compact}
      allowDeselect={!control.required}
      rightSection={loading ? <Loader size={16} /> : control.compact ? null : undefined}
      nothingFoundMessage={loading || stale ? t('looking') : t('nothingFound')}
      comboboxProps={{ width: control.compact ? 320 : 'target', position: 'bottom-start' }}
      renderOption={({ option }) => (
        <LookupOption
          label={option.label}
          detail={known.find((entry) => entry.value === option.value)?.detail ?? ''}
        />
      )}
    />
  )
}

import { ActionIcon, TextInput } from '@mantine/core'
import { useDebouncedCallback } from '@mantine/hooks'
import { IconSearch, IconX } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

/** A search that begins by itself when the person stops typing. */
export function SearchInput({
  value,
  search,
}: {
  value: string | undefined
  search: (text: string | undefined) => void
}) {
  const { t } = useTranslation('records')
  const [typed, setTyped] = useState(value ?? '')
  const searchSoon = useDebouncedCallback((text: string) => search(text.trim() || undefined), 250)
  const type = (text: string) => {
    setTyped(text)
    searchSoon(text)
  }
  return (
    <TextInput
      type="search"
      aria-label={t('search')}
      placeholder={t('search')}
      value={typed}
      onChange={(event) => type(event.currentTarget.value)}
      leftSection={<IconSearch size={16} aria-hidden="true" />}
      rightSection={
        typed && (
          <ActionIcon
            variant="subtle"
            color="gray"
            size={28}
            aria-label={t('clear')}
            onClick={() => type('')}
          >
            <IconX size={16} />
          </ActionIcon>
        )
      }
      styles={{ root: { flex: '0 1 320px' } }}
    />
  )
}

import { Spotlight, spotlight } from '@mantine/spotlight'
import '@mantine/spotlight/styles.css'
import { useDebouncedValue } from '@mantine/hooks'
import { IconSearch } from '@tabler/icons-react'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommands } from './use-commands.ts'
import { useFound } from './use-found.ts'

/** Everything one can go to or do, by typing. `opened` counts the wishes to open it. */
export function CommandPalette({ opened }: { opened: number }) {
  const { t } = useTranslation('shell')
  const [search, setSearch] = useState('')
  const [settled] = useDebouncedValue(search.trim(), 200)
  const commands = useCommands(search)
  const found = useFound(settled)
  useEffect(() => {
    if (opened > 0) spotlight.open()
  }, [opened])
  const groups = [...commands, ...found].filter(({ actions }) => actions.length > 0)
  return (
    <Spotlight.Root
      query={search}
      onQueryChange={setSearch}
      shortcut={null}
      scrollable
      maxHeight={420}
      transitionProps={{ duration: 100 }}
      attributes={{ content: { 'aria-label': t('search') } }}
      overlayProps={{ blur: 0, backgroundOpacity: 0.35 }}
    >
      <Spotlight.Search
        placeholder={t('palette.placeholder')}
        aria-label={t('search')}
        leftSection={<IconSearch size={18} aria-hidden="true" />}
      />
      <Spotlight.ActionsList>
        {groups.map(({ label, actions }) => (
          <Spotlight.ActionsGroup key={label} label={label}>
            {actions.map(({ id, label: text, detail, run }) => (
              <Spotlight.Action key={id} label={text} description={detail} onClick={run} highlightQuery />
            ))}
          </Spotlight.ActionsGroup>
        ))}
        {groups.length === 0 && <Spotlight.Empty>{t('palette.nothing', { search })}</Spotlight.Empty>}
      </Spotlight.ActionsList>
    </Spotlight.Root>
  )
}

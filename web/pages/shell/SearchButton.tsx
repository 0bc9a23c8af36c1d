import { IconSearch } from '@tabler/icons-react'
import { lazy, Suspense, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import classes from './SearchButton.module.css'

const CommandPalette = lazy(() =>
  import('./palette/CommandPalette.tsx').then((module) => ({ default: module.CommandPalette })),
)

/** Opens the command palette; so does Ctrl+K (⌘K) anywhere. The palette itself is fetched when first opened. */
export function SearchButton() {
  const { t } = useTranslation('shell')
  const [opened, setOpened] = useState(0)
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== 'k' || !(event.ctrlKey || event.metaKey) || event.altKey) return
      event.preventDefault()
      setOpened((times) => times + 1)
    }
    window.addEventListener('keydown', listen)
    return () => window.removeEventListener('keydown', listen)
  }, [])
  return (
    <>
      <button
        type="button"
        className={classes.search}
        onClick={() => setOpened((times) => times + 1)}
        aria-keyshortcuts="Control+K"
      >
        <IconSearch size={16} aria-hidden="true" />
        <span className={classes.label}>{t('search')}</span>
        <kbd className={classes.keys}>Ctrl K</kbd>
      </button>
      {opened > 0 && (
        <Suspense>
          <CommandPalette opened={opened} />
        </Suspense>
      )}
    </>
  )
}

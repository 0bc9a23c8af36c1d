import { Menu } from '@mantine/core'
import { IconCheck } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { usePreferences } from './use-preferences.ts'

const themes = ['light', 'dark', 'auto'] as const

export function ThemeItems() {
  const { t } = useTranslation('shell')
  const { theme, change } = usePreferences()
  return themes.map((choice) => (
    <Menu.Item
      key={choice}
      role="menuitemradio"
      aria-checked={choice === theme}
      onClick={() => void change({ theme: choice })}
      rightSection={choice === theme ? <IconCheck size={16} /> : null}
    >
      {t(`theme.${choice}`)}
    </Menu.Item>
  ))
}

import { Menu } from '@mantine/core'
import { IconCheck } from '@tabler/icons-react'
import { languages } from '../../i18n/languages.ts'
import { usePreferences } from './use-preferences.ts'

/** Each language in its own name. */
export function LanguageItems() {
  const { language, change } = usePreferences()
  return languages.map(({ code, name }) => (
    <Menu.Item
      key={code}
      lang={code}
      role="menuitemradio"
      aria-checked={code === language}
      onClick={() => void change({ language: code })}
      rightSection={code === language ? <IconCheck size={16} /> : null}
    >
      {name}
    </Menu.Item>
  ))
}

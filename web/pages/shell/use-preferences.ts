import { useMantineColorScheme } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { ChangeMe } from '../../../api/contract/index.ts'
import { changeMe } from '../../api/queries/account.ts'
import { currentSession, updateMe } from '../../api/session.ts'
import { speak } from '../../i18n/i18n.ts'

/** Language and theme: at once on this page, and kept with the person when somebody is signed in. */
export function usePreferences() {
  const { i18n } = useTranslation()
  const { colorScheme, setColorScheme } = useMantineColorScheme()
  const change = async (wanted: ChangeMe) => {
    if (wanted.theme) setColorScheme(wanted.theme)
    if (wanted.language) await speak(wanted.language)
    if (currentSession().status !== 'signed-in') return
    // The choice already holds on this page: that it could not be kept is no reason to take it back.
    await changeMe(wanted).then(updateMe, () => {})
  }
  return { language: i18n.language, theme: colorScheme, change }
}

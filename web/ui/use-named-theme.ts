import { mergeThemeOverrides } from '@mantine/core'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { theme } from './theme.ts'

/** The theme, with a name for the button that closes dialogs and messages: the library draws it without words. */
export function useNamedTheme() {
  const { t } = useTranslation('shell')
  const close = t('close')
  return useMemo(
    () =>
      mergeThemeOverrides(theme, {
        components: { CloseButton: { defaultProps: { 'aria-label': close } } },
      }),
    [close],
  )
}

import type { ReactNode } from 'react'
import { I18nProvider } from 'react-aria-components'
import { useLanguage } from '../../i18n/use-language.ts'

/** Dates inside are in the calendar and digits of the person's language. */
export function LocalDates({ children }: { children: ReactNode }) {
  const { locale } = useLanguage()
  return <I18nProvider locale={locale}>{children}</I18nProvider>
}

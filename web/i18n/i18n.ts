import i18next from 'i18next'
import { initReactI18next } from 'react-i18next'
import { type LanguageCode, languageOf } from './languages.ts'

const storageKey = 'kartabl.language'

const texts: Record<LanguageCode, () => Promise<{ default: Record<string, object> }>> = {
  en: () => import('./en/texts.ts'),
  fa: () => import('./fa/texts.ts'),
}

/** Starts i18next in the language last used here, else the browser's. Each language is its own chunk. */
export async function startTexts(): Promise<void> {
  await i18next.use(initReactI18next).init({
    lng: undefined,
    fallbackLng: 'en',
    defaultNS: 'shell',
    interpolation: { escapeValue: false },
    resources: {},
  })
  await speak(localStorage.getItem(storageKey) ?? navigator.language)
}

/** Changes the language of the page: texts, direction, fonts, calendar. */
export async function speak(code: string): Promise<void> {
  const language = languageOf(code)
  if (!i18next.hasResourceBundle(language.code, 'shell')) {
    const bundle = await texts[language.code]()
    for (const [namespace, entries] of Object.entries(bundle.default))
      i18next.addResourceBundle(language.code, namespace, entries)
  }
  await i18next.changeLanguage(language.code)
  document.documentElement.lang = language.code
  document.documentElement.dir = language.direction
  localStorage.setItem(storageKey, language.code)
}

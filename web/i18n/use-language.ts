import { useTranslation } from 'react-i18next'
import { languageOf } from './languages.ts'

/** The language the page is in. */
export const useLanguage = () => languageOf(useTranslation().i18n.language)

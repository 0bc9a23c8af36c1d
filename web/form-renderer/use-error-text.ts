import { useTranslation } from 'react-i18next'
import { useFormat } from '../format/use-format.ts'

type Params = Readonly<Record<string, unknown>>
const isoDate = /^\d{4}-\d{2}-\d{2}/

/** The text of an error: numbers and dates in it as the person writes them. */
export function useErrorText(): (code: string, params: Params) => string {
  const { t, i18n } = useTranslation('form')
  const format = useFormat()
  const written = (value: unknown): string => {
    if (typeof value === 'number') return format.number(value)
    const text = String(value)
    return isoDate.test(text) ? format.date(text) : text
  }
  return (code, params) => {
    if (!i18n.exists(`error.${code}`, { ns: 'form' })) return t('error.not_accepted')
    const texts = Object.fromEntries(Object.entries(params).map(([name, value]) => [name, written(value)]))
    // The code comes from the server as well, and decides which parameters its text takes.
    return String(t(`error.${code}` as 'error.required', texts as never))
  }
}

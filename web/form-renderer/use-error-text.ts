import { useTranslation } from 'react-i18next'
import { type FieldErrorCode, fieldErrorCodes } from '../../forms/index.ts'
import { useFormat } from '../format/use-format.ts'

type Params = Readonly<Record<string, unknown>>
const isoDate = /^\d{4}-\d{2}-\d{2}/

/** The text of an error: numbers and dates in it as the person writes them. */
export function useErrorText(): (code: string, params: Params) => string {
  const { t } = useTranslation('form')
  const format = useFormat()
  const written = (value: unknown): string => {
    if (typeof value === 'number') return format.number(value)
    const text = String(value)
    return isoDate.test(text) ? format.date(text) : text
  }
  return (code, params) => {
    const known: FieldErrorCode | undefined = fieldErrorCodes.find((candidate) => candidate === code)
    if (known === undefined) return t('error.not_accepted')
    const texts = Object.fromEntries(Object.entries(params).map(([name, value]) => [name, written(value)]))
    // Which parameters a text takes depends on its code; forms/ gives exactly those.
    return String(t(`error.${known}`, texts as never))
  }
}

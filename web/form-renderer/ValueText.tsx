import { useTranslation } from 'react-i18next'
import { displayValue, type Field, isMoney } from '../../forms/index.ts'
import { useFormat } from '../format/use-format.ts'
import { useLanguage } from '../i18n/use-language.ts'
import classes from './form.module.css'
import { LookupText } from './LookupText.tsx'

/** A value as text; a dash where there is none. */
export function ValueText({ field, value }: { field: Field; value: unknown }) {
  const { t } = useTranslation('form')
  const { locale } = useLanguage()
  const format = useFormat()
  if (field.kind === 'lookup' && typeof value === 'string')
    return <LookupText record={field.settings.record} value={value} />
  if (field.kind === 'checkbox') return t(value === true ? 'yes' : 'no')
  if (field.kind === 'money' && isMoney(value)) return format.money(value)
  const text = displayValue(field, value, locale)
  return text === '' ? <span className={classes.nothing}>–</span> : text
}

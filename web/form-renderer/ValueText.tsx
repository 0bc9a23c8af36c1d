import { useTranslation } from 'react-i18next'
import { displayValue, type Field, isMoney, plainNumber } from '../../forms/index.ts'
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
  if (field.kind === 'number' && isDecimal(value)) return format.decimal(String(value))
  // As the input writes it: 11 and not 11.000000, however many digits may be typed.
  const number = field.kind === 'number' ? plainNumber(String(value ?? ''), '.') : null
  if (number !== null) return format.decimal(number)
  const text = displayValue(field, value, locale)
  return text === '' ? <span className={classes.nothing}>–</span> : text
}

/** A number that is shown needs no zeros to fill its decimal places up. */
const isDecimal = (value: unknown): boolean => /^-?\d+(\.\d+)?$/.test(String(value))

import { NativeSelect, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { currencyDigits, currencyOf } from '../../../forms/index.ts'
import { type Control, inputProps } from '../control.ts'
import { useFilledForm } from '../filled-form.ts'
import classes from './MoneyField.module.css'
import { moneyParts } from './money-parts.ts'
import { useNumberText } from './use-number-text.ts'

/** An amount with its currency: the field's own, another field's, or the person's choice. */
export function MoneyField(control: Control<'money'>) {
  const { t } = useTranslation('form')
  const { currency: companyCurrency } = useFilledForm()
  const expected = currencyOf(control.field.settings, control.context)
  const { amount, currency } = moneyParts(control.value, expected ?? companyCurrency)
  const put = (next: string, code: string) =>
    control.set(next === '' ? null : { amount: next, currency: code })
  const text = useNumberText(amount, (next) => put(next, currency), control.touch, currencyDigits(currency))
  const input = (
    <TextInput
      {...inputProps(control)}
      {...text}
      inputMode="decimal"
      autoComplete="off"
      dir="ltr"
      className={classes.amount}
      styles={{ input: { textAlign: 'right' } }}
      rightSection={expected === null ? null : <span className={classes.code}>{currency}</span>}
      rightSectionWidth={expected === null ? 0 : 48}
      rightSectionPointerEvents="none"
    />
  )
  if (expected !== null) return input
  return (
    <div className={classes.chosen}>
      {input}
      <NativeSelect
        {...(control.compact ? { 'aria-label': t('currency') } : { label: t('currency') })}
        value={currency}
        data={[...new Set([companyCurrency, currency, ...Intl.supportedValuesOf('currency')])]}
        onChange={(event) => put(amount, event.currentTarget.value)}
      />
    </div>
  )
}

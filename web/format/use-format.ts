import { useMemo } from 'react'
import { useLanguage } from '../i18n/use-language.ts'
import { type Money, moneyText } from './money.ts'
import { relativeTime } from './relative-time.ts'
import { useTimeZone } from './time-zone.ts'

/** Numbers, money and times as the person's language and time zone write them. */
export function useFormat() {
  const { locale } = useLanguage()
  const timeZone = useTimeZone()
  return useMemo(() => formats(locale, timeZone), [locale, timeZone])
}

function formats(locale: string, timeZone: string | undefined) {
  const exact = new Intl.DateTimeFormat(locale, { dateStyle: 'full', timeStyle: 'short', timeZone })
  const day = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone })
  const dayAndTime = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short', timeZone })
  const number = new Intl.NumberFormat(locale)
  const percent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 2 })
  const all = new Intl.ListFormat(locale, { type: 'conjunction' })
  const oneOf = new Intl.ListFormat(locale, { type: 'disjunction' })
  return {
    exact: (iso: string) => exact.format(new Date(iso)),
    date: (iso: string) => day.format(new Date(iso)),
    dateTime: (iso: string) => dayAndTime.format(new Date(iso)),
    relative: (iso: string, now: number) => relativeTime(Date.parse(iso), now, locale),
    number: (value: number) => number.format(value),
    /** A share: 0.05 is 5 %. */
    percent: (share: number) => percent.format(share),
    /** Decimal text ("2.50"), every digit kept; at least `digits` after the point. */
    decimal: (text: string, digits = 0) =>
      new Intl.NumberFormat(locale, { minimumFractionDigits: digits, maximumFractionDigits: 12 }).format(
        text as Intl.StringNumericLiteral, // Intl reads decimal text exactly
      ),
    /** "A and B or C": lists of which one is wanted, with all that it holds. Names keep their own direction. */
    alternatives: (lists: readonly (readonly string[])[]) =>
      oneOf.format(lists.map((names) => all.format(names.map(isolated)))),
    money: (money: Money) => moneyText(money, locale),
  }
}

/** A text among text of another direction, where there is no markup (Unicode's FSI … PDI). */
const isolated = (text: string) => `\u2068${text}\u2069`

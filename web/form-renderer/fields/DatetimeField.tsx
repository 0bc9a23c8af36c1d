import { I18nProvider } from 'react-aria-components'
import { useTimeZone } from '../../format/time-zone.ts'
import { useLanguage } from '../../i18n/use-language.ts'
import type { Control } from '../control.ts'
import { DatePart } from './DatePart.tsx'
import { TimePart } from './TimePart.tsx'

/** A date, a time or both, in the calendar and digits of the person's language; stored as Gregorian ISO text. */
export function DatetimeField(control: Control<'datetime'>) {
  const { locale } = useLanguage()
  const zone = useTimeZone() ?? 'UTC'
  return (
    <I18nProvider locale={locale}>
      {control.field.settings.subtype === 'time' ? (
        <TimePart {...control} />
      ) : (
        <DatePart {...control} zone={zone} />
      )}
    </I18nProvider>
  )
}

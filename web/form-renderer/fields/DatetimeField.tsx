import { useTimeZone } from '../../format/time-zone.ts'
import type { Control } from '../control.ts'
import { DatePart } from './DatePart.tsx'
import { LocalDates } from './LocalDates.tsx'
import { TimePart } from './TimePart.tsx'

/** A date, a time or both, in the calendar and digits of the person's language; stored as Gregorian ISO text. */
export function DatetimeField(control: Control<'datetime'>) {
  const zone = useTimeZone() ?? 'UTC'
  return (
    <LocalDates>
      {control.field.settings.subtype === 'time' ? (
        <TimePart {...control} />
      ) : (
        <DatePart {...control} zone={zone} />
      )}
    </LocalDates>
  )
}

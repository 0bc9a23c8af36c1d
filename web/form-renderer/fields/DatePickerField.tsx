import { IconCalendar, IconChevronLeft, IconChevronRight, IconX } from '@tabler/icons-react'
import {
  Button,
  Calendar,
  CalendarCell,
  CalendarGrid,
  DateInput,
  DatePicker,
  DateSegment,
  Dialog,
  Group,
  Heading,
  Label,
  Popover,
} from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import shared from '../form.module.css'
import classes from './date.module.css'
import { dateValueOf, storedDate } from './date-value.ts'

interface DatePickerFieldProps {
  readonly id: string
  readonly label: string
  /** Stands where the label is said elsewhere: it is for screen readers only. */
  readonly compact?: boolean
  readonly description?: string | null
  readonly error?: string | undefined
  readonly required?: boolean
  /** Gregorian ISO text, whatever calendar it is shown in; anything else is no date. */
  readonly value: unknown
  readonly withTime: boolean
  /** IANA zone that times are shown in. */
  readonly zone: string
  readonly onChange: (value: string | null) => void
  readonly onBlur?: () => void
  /** The calendar beside it has opened or closed. */
  readonly onOpenChange?: (open: boolean) => void
}

/** A day, or a day and a time, typed part by part or chosen from a calendar. Within LocalDates. */
export function DatePickerField({
  id,
  label,
  compact = false,
  description = null,
  error,
  required = false,
  value,
  withTime,
  zone,
  onChange,
  onBlur,
  onOpenChange,
}: DatePickerFieldProps) {
  const { t } = useTranslation('form')
  const shown = dateValueOf(value, withTime, zone)
  return (
    <DatePicker
      value={shown}
      onChange={(next) => onChange(storedDate(next, withTime, zone))}
      granularity={withTime ? 'minute' : 'day'}
      hideTimeZone
      isInvalid={error !== undefined}
      isRequired={required}
      validationBehavior="aria"
      {...(onBlur ? { onBlur } : {})}
      {...(onOpenChange ? { onOpenChange } : {})}
      {...(compact ? { 'aria-label': label } : {})}
      className={classes.field}
    >
      {!compact && (
        <Label className={shared.label}>
          {label}
          {required && (
            <span className={shared.required} aria-hidden="true">
              *
            </span>
          )}
        </Label>
      )}
      <Group id={id} className={classes.group}>
        <DateInput className={classes.input}>
          {(segment) => <DateSegment segment={segment} className={classes.segment} />}
        </DateInput>
        {shown && !required && (
          <button
            type="button"
            className={classes.button}
            aria-label={t('clearDate')}
            onClick={() => onChange(null)}
          >
            <IconX size={16} />
          </button>
        )}
        <Button className={classes.button}>
          <IconCalendar size={18} stroke={1.6} aria-hidden="true" />
        </Button>
      </Group>
      {description && !compact && <p className={shared.help}>{description}</p>}
      {error && <p className={shared.error}>{error}</p>}
      <Popover className={classes.popover} placement="bottom start">
        <Dialog className={classes.dialog}>
          <Calendar>
            <header className={classes.month}>
              <Button slot="previous" className={classes.button}>
                <IconChevronLeft size={18} className={classes.turn} />
              </Button>
              <Heading className={classes.heading} />
              <Button slot="next" className={classes.button}>
                <IconChevronRight size={18} className={classes.turn} />
              </Button>
            </header>
            <CalendarGrid className={classes.days}>
              {(date) => <CalendarCell date={date} className={classes.day} />}
            </CalendarGrid>
          </Calendar>
        </Dialog>
      </Popover>
    </DatePicker>
  )
}

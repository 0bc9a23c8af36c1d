import { DateInput, DateSegment, Label, TimeField } from 'react-aria-components'
import type { Control } from '../control.ts'
import shared from '../form.module.css'
import classes from './date.module.css'
import { timeValueOf } from './date-value.ts'

export function TimePart({
  id,
  value,
  label,
  compact,
  description,
  error,
  required,
  set,
  touch,
  field,
}: Control<'datetime'>) {
  return (
    <TimeField
      value={timeValueOf(value)}
      onChange={(next) => set(next === null ? null : next.toString())}
      hourCycle={field.settings.use24h ? 24 : undefined}
      isInvalid={error !== undefined}
      isRequired={required}
      validationBehavior="aria"
      onBlur={touch}
      {...(compact ? { 'aria-label': label } : {})}
      className={classes.field}
    >
      {!compact && <Label className={shared.label}>{label}</Label>}
      <div id={id} className={classes.group}>
        <DateInput className={classes.input}>
          {(segment) => <DateSegment segment={segment} className={classes.segment} />}
        </DateInput>
      </div>
      {description && !compact && <p className={shared.help}>{description}</p>}
      {error && <p className={shared.error}>{error}</p>}
    </TimeField>
  )
}

import type { Field } from '../../forms/index.ts'
import classes from './form.module.css'
import { ValueText } from './ValueText.tsx'

/** A field that is shown and cannot be edited. */
export function ReadOnlyField({ field, value, label }: { field: Field; value: unknown; label: string }) {
  return (
    <div>
      <span className={classes.label}>{label}</span>
      <p className={classes.readOnly} dir="auto">
        <ValueText field={field} value={value} />
      </p>
    </div>
  )
}

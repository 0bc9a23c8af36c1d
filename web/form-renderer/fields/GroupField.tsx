import type { ReactNode } from 'react'
import { type FieldOf, labelOf } from '../../../forms/index.ts'
import { useLanguage } from '../../i18n/use-language.ts'
import { useFilledForm } from '../filled-form.ts'
import classes from '../form.module.css'

/** The fields of a group under their heading. */
export function GroupField({ field, children }: { field: FieldOf<'group'>; children: ReactNode }) {
  const { context } = useFilledForm()
  const { code } = useLanguage()
  return (
    <fieldset className={`${classes.group} ${field.settings.outline ? classes.outlined : ''}`}>
      <legend className={classes.legend}>{labelOf(field, code, context)}</legend>
      {children}
    </fieldset>
  )
}

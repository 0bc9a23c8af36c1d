import type { FieldOf } from '../../../forms/index.ts'
import { labelOf } from '../../../forms/index.ts'
import { useLanguage } from '../../i18n/use-language.ts'
import { FieldList } from '../FieldList.tsx'
import { useFilledForm } from '../filled-form.ts'
import classes from '../form.module.css'

export function GroupField({ field }: { field: FieldOf<'group'> }) {
  const { context } = useFilledForm()
  const { code } = useLanguage()
  return (
    <fieldset className={`${classes.group} ${field.settings.outline ? classes.outlined : ''}`}>
      <legend className={classes.legend}>{labelOf(field, code, context)}</legend>
      <FieldList fields={field.fields} />
    </fieldset>
  )
}

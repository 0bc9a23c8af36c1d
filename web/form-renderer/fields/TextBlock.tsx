import { type FieldContext, type FieldOf, localText } from '../../../forms/index.ts'
import { useLanguage } from '../../i18n/use-language.ts'
import classes from '../form.module.css'

/** Text between the fields, as text: what looks like markup stays what it is. */
export function TextBlock({ field, context }: { field: FieldOf<'text'>; context: FieldContext }) {
  const { code } = useLanguage()
  return (
    <p className={classes.text} dir="auto">
      {localText(field.texts.text, code, context) ?? ''}
    </p>
  )
}

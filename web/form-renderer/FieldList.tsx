import type { Field } from '../../forms/index.ts'
import { pathText } from '../../forms/index.ts'
import { FieldView } from './FieldView.tsx'
import { fieldRows } from './field-rows.ts'
import { GroupField } from './fields/GroupField.tsx'
import { useFilledForm } from './filled-form.ts'
import classes from './form.module.css'

/** Fields under each other, or side by side where the form's layout says so. */
export function FieldList({ fields }: { fields: readonly Field[] }) {
  const { states } = useFilledForm()
  const visible = fields.filter(
    (field) => field.kind !== 'button' && states.get(pathText('', field.path))?.visible !== false,
  )
  return fieldRows(visible).map((row) => (
    <div key={row.map(({ field }) => field.id).join()} className={classes.row}>
      {row.map(({ field, columns }) => (
        <div key={field.id} className={classes.cell} style={{ gridColumn: `span ${columns}` }}>
          {field.kind === 'group' ? (
            <GroupField field={field}>
              <FieldList fields={field.fields} />
            </GroupField>
          ) : (
            <FieldView field={field} path={pathText('', field.path)} />
          )}
        </div>
      ))}
    </div>
  ))
}

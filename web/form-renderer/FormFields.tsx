import { ErrorSummary } from './ErrorSummary.tsx'
import { FieldList } from './FieldList.tsx'
import { useFilledForm } from './filled-form.ts'

/** All fields of the form, with a summary of what is wrong above them. */
export function FormFields() {
  const { form } = useFilledForm()
  return (
    <div>
      <ErrorSummary />
      <FieldList fields={form.fields} />
    </div>
  )
}

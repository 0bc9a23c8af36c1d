/** Shows a form of forms/ for filling: Formik holds what is typed, forms/ decides what it means. */
export { FormFields } from './FormFields.tsx'
export { FormFrame } from './FormFrame.tsx'
export { formToFill } from './form-to-fill.ts'
export { OutcomeButtons } from './OutcomeButtons.tsx'
export type { SendForm } from './use-submit.ts'

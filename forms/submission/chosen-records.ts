import type { Settled } from '../rules/settle.ts'
import { type FormMoment, walkForm } from '../rules/walk-form.ts'
import type { Form } from '../schema/form.ts'

/** A record that somebody chose in a look-up; the server checks that it exists and may be seen. */
export interface ChosenRecord {
  readonly path: string
  /** party, product, person, unit … */
  readonly record: string
  readonly key: string
}

export function chosenRecords(form: Form, settled: Settled, moment: FormMoment): ChosenRecord[] {
  return [...walkForm(form, settled.values, moment)].flatMap(({ field, path, value }) => {
    const state = settled.states.get(path)
    const stored = state?.visible === true && !state.readOnly
    if (field.kind !== 'lookup' || !stored || typeof value !== 'string') return []
    return [{ path, record: field.settings.record, key: value }]
  })
}

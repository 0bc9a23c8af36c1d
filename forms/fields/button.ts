import { valueless } from './valueless.ts'

export interface ButtonSettings {
  /** The outcome it ends the task with; null for a plain submit button, which ends it without one. */
  readonly outcome: string | null
  readonly action: 'submit' | 'reset'
}

/** A button: with `properties.outcome` it is one of the task's outcomes. */
export const button = valueless('button', (reader) => ({
  outcome: reader.property('outcome'),
  action: reader.at('action') === 'reset' ? 'reset' : 'submit',
}))

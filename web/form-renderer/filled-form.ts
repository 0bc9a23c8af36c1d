import { createContext, useContext } from 'react'
import type { FieldContext, FieldStates, Form, JsonObject, Outcome } from '../../forms/index.ts'

/** A form while somebody fills it. */
export interface FilledForm {
  readonly form: Form
  /** What is typed so far, nested by key. */
  readonly values: JsonObject
  readonly states: FieldStates
  /** Outcomes whose buttons are visible at this moment. */
  readonly outcomes: readonly Outcome[]
  /** Texts of the errors that are shown, by path. */
  readonly errors: ReadonlyMap<string, string>
  /** What expressions outside of grids may read. */
  readonly context: FieldContext
  /** Company's currency, offered where the person chooses one. */
  readonly currency: string
  /** Nothing can be edited. */
  readonly locked: boolean
  readonly submitting: string | null
  readonly idOf: (path: string) => string
  readonly setValue: (path: string, value: unknown) => void
  readonly touch: (path: string) => void
  /** Checks and sends; the outcome is null in a form without outcomes. */
  readonly submit: (outcome: string | null) => void
}

export const FilledFormContext = createContext<FilledForm | null>(null)

export function useFilledForm(): FilledForm {
  const filled = useContext(FilledFormContext)
  if (filled === null) throw new Error('This belongs inside a FormFrame.')
  return filled
}

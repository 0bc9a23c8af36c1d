import type { ReactNode } from 'react'
import { FilledFormContext } from './filled-form.ts'
import { type FormFrameOptions, useFilling } from './use-filling.ts'

/** Holds a form while it is filled. Its fields and its buttons may stand anywhere inside. */
export function FormFrame({ children, ...options }: FormFrameOptions & { children: ReactNode }) {
  return <FilledFormContext value={useFilling(options)}>{children}</FilledFormContext>
}

import type { FieldStates } from '../../forms/index.ts'

/** The same fields, none of them editable. */
export const lockedStates = (states: FieldStates): FieldStates =>
  new Map([...states].map(([path, { visible }]) => [path, { visible, readOnly: true, required: false }]))

import { valueless } from './valueless.ts'

/** Plain text between the fields (shown as text, never as HTML); it may hold `{{expressions}}`. */
export const text = valueless('text', () => null)

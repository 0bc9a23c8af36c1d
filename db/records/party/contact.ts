import { searchable } from '../search/fold.ts'

export interface ContactValues {
  readonly name: string
  readonly position: string | null
  readonly email: string | null
  readonly phone: string | null
}

export const contactColumns = ({ name, position, email, phone }: ContactValues) => ({
  name,
  position,
  email,
  phone,
  ...searchable(name, email, phone?.replace(/[\s()-]/g, '')),
})

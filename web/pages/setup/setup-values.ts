import type { Setup } from '../../../api/contract/index.ts'
import { languageOf } from '../../i18n/languages.ts'

export interface SetupValues {
  readonly company: string
  readonly language: string
  readonly timeZone: string
  readonly currency: string
  readonly name: string
  readonly user: string
  readonly email: string
  readonly password: string
}

type SetupFault = 'required' | 'user' | 'password' | 'email' | 'currency'

/** What is wrong with each value. The server asks the same of them. */
export function checkSetup(values: SetupValues): Partial<Record<keyof SetupValues, SetupFault>> {
  const faults: Partial<Record<keyof SetupValues, SetupFault>> = {}
  if (!values.company.trim()) faults.company = 'required'
  if (!values.timeZone) faults.timeZone = 'required'
  if (!/^[A-Z]{3}$/.test(values.currency)) faults.currency = 'currency'
  if (!values.name.trim()) faults.name = 'required'
  if (!/^[a-z][a-z0-9._-]{1,39}$/.test(values.user)) faults.user = 'user'
  if (values.email && !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(values.email)) faults.email = 'email'
  if (values.password.length < 8) faults.password = 'password'
  return faults
}

export const setupOf = (values: SetupValues): Setup => ({
  company: {
    name: values.company.trim(),
    language: languageOf(values.language).code,
    timeZone: values.timeZone,
    currency: values.currency,
  },
  administrator: {
    user: values.user,
    name: values.name.trim(),
    password: values.password,
    email: values.email.trim() || null,
  },
})

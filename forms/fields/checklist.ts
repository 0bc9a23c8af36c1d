import { severalChoices } from './several-choices.ts'

export const checklist = severalChoices('checklist')

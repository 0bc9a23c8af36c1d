import { severalChoices } from './several-choices.ts'

export const taglist = severalChoices('taglist')

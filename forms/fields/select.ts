import { singleChoice } from './single-choice.ts'

export const select = singleChoice('select')

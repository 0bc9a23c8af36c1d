import { singleChoice } from './single-choice.ts'

export const radio = singleChoice('radio')

import { z } from 'zod'
import { Moment } from './filter.ts'
import { Name } from './key.ts'

/** An empty text takes a date away; null and absent leave a value as it is. */
export const newDate = z.union([Moment, z.literal('')]).nullish()
export const candidates = z.array(Name).max(1000).nullish()

import { z } from 'zod'

const limit = z.number().int().min(1).max(10_000).default(100)
/** As the answer of a search gave it. */
const cursor = z.string().min(2).max(300)

/** Where a page lies: counted from the beginning, or beside an item of another page. */
export const PageRequest = z
  .strictObject({
    from: z.number().int().min(0).max(1_000_000_000).optional(),
    after: cursor.optional(),
    before: cursor.optional(),
    limit,
  })
  .refine(({ from, after, before }) => [from, after, before].filter((way) => way !== undefined).length <= 1, {
    error: 'expected at most one of from, after and before',
  })
export type PageRequest = z.infer<typeof PageRequest>

export const PageAnswer = z
  .object({
    totalItems: z.number().int(),
    /** The search stopped at its bound; narrow the filter. */
    hasMoreTotalItems: z.boolean(),
    startCursor: z.string().optional(),
    endCursor: z.string().optional(),
  })
  .meta({ id: 'V2Page' })
export type PageAnswer = z.infer<typeof PageAnswer>

export interface SortRequest<F extends string = string> {
  readonly field: F
  readonly order: 'ASC' | 'DESC'
}

const sortOf = <const F extends readonly [string, ...string[]]>(fields: F) =>
  z
    .array(z.object({ field: z.enum(fields), order: z.enum(['ASC', 'DESC']).default('ASC') }))
    .max(10)
    .default([])

/** Body of a search; an absent body means everything. */
export const searchBody = <const F extends readonly [string, ...string[]], T extends z.ZodType>(
  fields: F,
  filter: T,
) => z.object({ page: PageRequest.optional(), sort: sortOf(fields), filter: filter.optional() }).prefault({})

export const searchAnswer = <T extends z.ZodType>(item: T) =>
  z.object({ items: z.array(item), page: PageAnswer })

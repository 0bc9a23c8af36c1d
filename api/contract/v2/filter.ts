import { z } from 'zod'
import { V2Key } from './key.ts'

/** Search filters: a plain value means "equals"; an object holds operators that must all hold. */

const text = z.string().max(1000)
const list = <T extends z.ZodType>(item: T) => z.array(item).max(1000)

const equality = <T extends z.ZodType>(value: T) => ({
  $eq: value.optional(),
  $neq: value.optional(),
  $exists: z.boolean().optional(),
  $in: list(value).optional(),
})

const order = <T extends z.ZodType>(value: T) => ({
  $gt: value.optional(),
  $gte: value.optional(),
  $lt: value.optional(),
  $lte: value.optional(),
})

/** `*` any characters, `?` one; a backslash before them takes that meaning away. */
const like = { $like: text.optional() }

export const StringFilter = z.union([
  text,
  z.strictObject({ ...equality(text), $notIn: list(text).optional(), ...like }),
])
export type StringFilter = z.infer<typeof StringFilter>

export const KeyFilter = z.union([
  V2Key,
  z.strictObject({ ...equality(V2Key), $notIn: list(V2Key).optional() }),
])
export type KeyFilter = z.infer<typeof KeyFilter>

const integer = z.number().int()
export const IntegerFilter = z.union([integer, z.strictObject({ ...equality(integer), ...order(integer) })])
export type IntegerFilter = z.infer<typeof IntegerFilter>

/** ISO 8601 with a zone. */
export const Moment = z.iso.datetime({ offset: true })
export const DateTimeFilter = z.union([Moment, z.strictObject({ ...equality(Moment), ...order(Moment) })])
export type DateTimeFilter = z.infer<typeof DateTimeFilter>

export const enumFilter = <const T extends readonly [string, ...string[]]>(values: T) =>
  z.union([z.enum(values), z.strictObject({ ...equality(z.enum(values)), ...like })])
/** A variable by name; its value is compared as JSON text. */
export const VariableValueFilter = z.strictObject({ name: z.string().min(1).max(255), value: StringFilter })
export type VariableValueFilter = z.infer<typeof VariableValueFilter>

/** All fields optional; an unknown one is refused, because leaving it out would answer another question. */
export const filterOf = <T extends z.ZodRawShape>(shape: T) => z.strictObject(shape).partial()

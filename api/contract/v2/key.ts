import { z } from 'zod'

/**
 * Key of anything that runs or is deployed, as the public contract writes it. Numbers above 2^53 are well-formed but
 * never given out, so looking for one finds nothing.
 */
export const V2Key = z
  .string()
  .regex(/^\d{1,19}$/, 'expected a key: a decimal string of 1 to 19 digits')
  .meta({ description: 'Key, a decimal string', example: '2251' })

/** A 64-bit number that JavaScript clients may write as text because their own type for it is `bigint`. */
export const Long = z
  .union([z.number().int(), z.string().regex(/^-?\d{1,15}$/)])
  .transform(Number)
  .meta({ description: 'Whole number', example: 10000 })

/** There is one tenant: this platform serves one company. */
export const DEFAULT_TENANT = '<default>'
export const TenantId = z.string().max(256).meta({ example: DEFAULT_TENANT })
/** Of requests: any other tenant is refused, because nothing is deployed for it. */
export const OnlyTenant = z
  .literal(DEFAULT_TENANT, { error: `expected the tenant "${DEFAULT_TENANT}": there is no other` })
  .optional()

/** Bounds of names, ids and free texts in requests. */
export const Name = z.string().min(1).max(255)
export const Text = z.string().max(10_000)

import { z } from 'zod'
import { Me } from './me.ts'
import { Time } from './primitives.ts'

export const Login = z.strictObject({
  user: z.string().min(1).max(100),
  password: z.string().min(1).max(1000),
})
export type Login = z.infer<typeof Login>

/** The refresh token is not in here: it is an HttpOnly cookie of /api/auth. */
export const SignedIn = z
  .object({ accessToken: z.string(), expiresAt: Time, me: Me })
  .meta({ id: 'SignedIn' })
export type SignedIn = z.infer<typeof SignedIn>

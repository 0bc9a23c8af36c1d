import { noVariables, type Variables } from '../../engine/json.ts'
import type { Values } from '../contract/primitives.ts'

/** Variables of a request for the engine: without a prototype; none when none were given. */
export const givenVariables = (values: Values | null | undefined): Variables =>
  Object.assign(noVariables(), values ?? {})

import { z } from 'zod'
import { Key, Values } from './primitives.ts'

export const EvaluateConditions = z.strictObject({
  variables: Values.default({}),
  /** Only this process; all when left out. */
  processId: z.string().max(200).optional(),
})

export const ConditionsEvaluated = z
  .object({ key: Key, /** Those that were started. */ instanceKeys: z.array(Key) })
  .meta({ id: 'ConditionsEvaluated' })

import { noVariables } from '../json.ts'
import { offerJob } from '../step/offer-job.ts'
import { accept, evaluateJson, lookupFrom } from '../step/variables.ts'
import type { Behavior } from './behavior.ts'

/** FEEL, computed at once into its result variable [SR1]; a script in another language is a job for a worker. */
export const scriptTask: Behavior<'scriptTask'> = {
  rests: true,
  enter(x, instance, { script }) {
    if (script.kind === 'job') return offerJob(x, instance, script.job)
    const result = noVariables()
    result[script.resultVariable] = evaluateJson(
      x,
      script.expression,
      lookupFrom(x, instance),
      'EXTRACT_VALUE_ERROR',
    )
    accept(x, instance, result)
    return 'done'
  },
}

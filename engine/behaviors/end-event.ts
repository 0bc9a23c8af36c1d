import { noVariables } from '../json.ts'
import { throwError } from '../step/errors.ts'
import { terminateChildren } from '../step/terminate.ts'
import { computeText, lookupFrom } from '../step/variables.ts'
import type { Behavior } from './behavior.ts'
import { performThrow } from './throwing.ts'

/** Consumes its token [EE1]; terminate ends all else in its scope [EE2], an error is thrown from here [ER1]. */
export const endEvent: Behavior<'endEvent'> = {
  rests: true,
  enter(x, instance, { trigger, action, name }) {
    if (trigger.kind === 'terminate') {
      terminateChildren(x, x.instance(instance.scope), instance)
      return 'done'
    }
    if (trigger.kind === 'error') {
      const lookup = lookupFrom(x, instance)
      const code = trigger.error.code ? computeText(x, 'an error code', trigger.error.code, lookup) : ''
      // What it sees may be local to scopes that end with it: input mappings say what the error carries. [ER5]
      throwError(x, instance, { code, message: name, variables: instance.variables ?? noVariables() })
      return 'rests'
    }
    return performThrow(x, instance, action)
  },
  flows: () => [],
}

import { noVariables } from '../json.ts'
import { catchableCodes } from '../step/errors.ts'
import { escalationsAbove } from '../step/interruptions-above.ts'
import { Stuck } from '../step/stuck.ts'
import { computeText, lookupFrom, visibleVariables } from '../step/variables.ts'
import type { Behavior } from './behavior.ts'

/** Starts another process and rests until that instance has ended. [CA1] */
export const callActivity: Behavior<'callActivity'> = {
  rests: true,
  enter(x, instance, element) {
    const processId = computeText(x, 'the id of a called process', element.processId, lookupFrom(x, instance))
    const definition = x.context.findProcess(processId, element.binding)
    if (definition === undefined)
      throw new Stuck('CALLED_ELEMENT_ERROR', `no process '${processId}' is deployed: deploy it, then retry`)
    const escalations = escalationsAbove(x, instance)
    x.emit({
      type: 'processCalled',
      key: instance.key,
      called: x.context.nextKey(),
      definition,
      variables: element.propagateAllParentVariables
        ? visibleVariables(x, instance)
        : Object.assign(noVariables(), instance.variables),
      catches: catchableCodes(x, instance),
      ...(escalations && { escalations }),
    })
    return 'rests'
  },
}

import { noVariables } from '../json.ts'
import type { Key } from '../key.ts'
import type { Execution } from '../step/execution.ts'
import { setLocal } from '../step/variables.ts'
import type { Behavior } from './behavior.ts'

/**
 * A token begins at the none start event; the scope is done when the last token in it has ended. An empty one is done at once.
 * [SC1] [SP1]
 */
export const subProcess: Behavior<'subProcess'> = {
  rests: true,
  enter(x, { key }, { starts, ownVariables }) {
    declare(x, key, ownVariables)
    for (const element of starts)
      x.plan({ do: 'activate', element, scope: key, variables: null, loopCounter: 0 })
    return starts.length === 0 ? 'done' : 'rests'
  },
}

/** Entered when its start event has happened; that event hands on what it brought. [ES3] */
export const eventSubProcess: Behavior<'eventSubProcess'> = {
  rests: true,
  enter(x, instance, element, brought) {
    declare(x, instance.key, element.ownVariables)
    const variables = brought ?? noVariables()
    x.plan({ do: 'activate', element: element.startEvent, scope: instance.key, variables, loopCounter: 0 })
    return 'rests'
  },
  flows: () => [],
}

/** Its data is empty at first, and nobody outside sees it. [DO3] */
function declare(x: Execution, key: Key, names: readonly string[]): void {
  const empty = noVariables()
  for (const name of names) empty[name] = null
  setLocal(x, key, empty)
}

/** The process itself is entered by `createInstance`, which knows where it begins. */
export const process: Behavior<'process'> = {
  rests: true,
  enter: () => 'rests',
  flows: () => [],
}

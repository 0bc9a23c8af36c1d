import type { Variables } from '../json.ts'
import type { Key } from '../key.ts'
import { waitingFor } from '../state/waiting.ts'
import type { Execution } from './execution.ts'

/**
 * Tells everybody who waits for a signal: those in this instance before the thrower goes on, all others by the runtime in
 * the same transaction. [SG1]
 */
export function broadcast(x: Execution, key: Key, name: string, variables: Variables): void {
  x.emit({ type: 'signalBroadcast', key, name, variables })
  for (const instance of waitingFor(x.state, 'signal'))
    for (const wait of instance.waits)
      if (wait.kind === 'signal' && wait.name === name)
        x.plan({ do: 'happen', key: instance.key, wait: wait.key, variables })
}

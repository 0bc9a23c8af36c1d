import type { ElementInstance } from '../state/instance-state.ts'
import { beginProcess } from './begin-process.ts'
import type { Execution } from './execution.ts'
import { complete, enter } from './lifecycle.ts'
import { goOnWithTask } from './task-transitions.ts'

/** A listener has let it pass, or could not be asked before: the next one is asked, or what they held up goes on. */
export function goOnListening(x: Execution, instance: ElementInstance): void {
  const { event, cause } = instance.extra!.listening!
  const isProcess = instance.key === x.state.key
  if (event === 'start') {
    if (isProcess) beginProcess(x, cause!)
    else enter(x, instance, { brought: null })
  } else if (event === 'end') {
    if (isProcess) x.settleLater(instance.key)
    else complete(x, instance)
  } else goOnWithTask(x, instance)
}

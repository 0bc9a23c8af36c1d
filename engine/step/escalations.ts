import { noVariables, type Variables } from '../json.ts'
import type { ElementInstance } from '../state/instance-state.ts'
import { type Catcher, findCatcher } from './catchers.ts'
import type { Execution } from './execution.ts'
import { interrupt, proceed } from './interrupt.ts'
import { interrupts, isInterruptedAbove } from './interruptions-above.ts'
import { outputOfTrigger } from './output-of-trigger.ts'
import { endCanceled } from './terminate.ts'
import { triggerOf } from './triggers.ts'

export interface Escalation {
  /** '' when it has none. */
  readonly code: string
  readonly variables: Variables
}

/**
 * Throws an escalation at an element instance: the nearest catching event outwards gets it, through calling processes too.
 * One that interrupts ends what it stands at, this instance with the call that started it; otherwise the thrower goes on. If
 * nobody catches it, nothing happens. [EC1] [EC2]
 */
export function throwEscalation(x: Execution, from: ElementInstance, { code, variables }: Escalation): void {
  const { key } = from
  x.emit({ type: 'escalationThrown', key, code })
  const catcher = findCatcher(x, from, 'escalation', code)
  if (catcher) {
    const goOn = interrupts(catcher) ? interrupt : proceed
    goOn(x, catcher.instance, catcher.event, broughtBy({ code, variables }, catcher))
  } else if (x.state.parent) {
    const ends = isInterruptedAbove(x, code)
    x.emit({ type: 'escalationEscaped', key, code, variables, ...(ends && { ends }) })
    if (ends) endCanceled(x)
  }
}

/** With its code, where the catching event has a variable for it. [ER6] */
function broughtBy({ code, ...thrown }: Escalation, { event, part }: Catcher): Variables {
  const forCode = event.properties['kartabl:escalationCodeVariable']
  const variables = outputOfTrigger(triggerOf(event), part, thrown.variables)
  return forCode === undefined ? variables : Object.assign(noVariables(), variables, { [forCode]: code })
}

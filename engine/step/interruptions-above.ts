import type { ElementInstance, EscalationAbove } from '../state/instance-state.ts'
import { type Catcher, catchers } from './catchers.ts'
import type { Execution } from './execution.ts'

/** In place of a code: every code that is not named. */
const OTHERS = ''

/**
 * What becomes of an instance that is called from here when an escalation leaves it, by code: who catches it nearest, here
 * or further out, interrupts or not. Undefined when nobody interrupts. [EC2]
 */
export function escalationsAbove(x: Execution, from: ElementInstance): EscalationAbove[] | undefined {
  const found = new Map<string, boolean>()
  let everythingAt: string | null = null
  for (const catcher of catchers(x, from, 'escalation')) {
    if (everythingAt !== null && catcher.level !== everythingAt) break
    const code = catcher.code ?? OTHERS
    if (!found.has(code)) found.set(code, interrupts(catcher))
    if (catcher.code === null) everythingAt = catcher.level
  }
  if (everythingAt === null)
    for (const [code, interrupted] of x.state.parent?.escalations ?? [])
      if (!found.has(code)) found.set(code, interrupted)
  const above = [...found]
  return above.some(([, interrupted]) => interrupted) ? above : undefined
}

/** Whether an escalation with this code interrupts the call that this instance was started by. */
export function isInterruptedAbove({ state }: Execution, code: string): boolean {
  const above = state.parent?.escalations ?? []
  const own = above.find(([named]) => named === code) ?? above.find(([named]) => named === OTHERS)
  return own?.[1] ?? false
}

export const interrupts = ({ event }: Catcher): boolean => 'interrupting' in event && event.interrupting

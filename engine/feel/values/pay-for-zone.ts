import type { Machine } from '../machine.ts'
import { FeelDateTime } from './feel-date-time.ts'
import { FeelTime } from './feel-time.ts'
import type { FeelValue } from './feel-value.ts'
import { OFFSET_STEPS } from './zone.ts'

/** A new moment in a named zone will be asked for its offset, which takes microseconds. */
export function payForZone<T extends FeelValue>(machine: Machine, value: T): T {
  if (value instanceof FeelDateTime || value instanceof FeelTime)
    if (value.zone?.kind === 'named') machine.spend(OFFSET_STEPS)
  return value
}

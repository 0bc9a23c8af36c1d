import { complexFlows } from '../step/flows.ts'
import type { Behavior } from './behavior.ts'

/** Its joining is in step/gates; it splits like an inclusive one, and once more when it resets. [CG1] [CG3] */
export const complexGateway: Behavior<'complexGateway'> = {
  rests: false,
  enter: () => 'done',
  flows: complexFlows,
}

import { exclusiveFlow } from '../step/flows.ts'
import type { Behavior } from './behavior.ts'

/** Passes each token on by exactly one flow. [XG1] */
export const exclusiveGateway: Behavior<'exclusiveGateway'> = {
  rests: false,
  enter: () => 'done',
  flows: exclusiveFlow,
}

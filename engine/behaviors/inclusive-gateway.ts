import type { Behavior } from './behavior.ts'

/** Its joining is done when all tokens rest (step/gates); it splits by every flow whose condition holds. [IG1] [IG2] */
export const inclusiveGateway: Behavior<'inclusiveGateway'> = {
  rests: false,
  enter: () => 'done',
}

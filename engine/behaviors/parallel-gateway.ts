import type { Behavior } from './behavior.ts'

/** Its joining is done where tokens arrive (step/gates); it splits into all outgoing flows. [PG1] [PG3] */
export const parallelGateway: Behavior<'parallelGateway'> = {
  rests: false,
  enter: () => 'done',
  flows: (x, instance) => x.element(instance).outgoing,
}

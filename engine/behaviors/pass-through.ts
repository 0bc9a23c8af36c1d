import type { Behavior } from './behavior.ts'

/** Undefined and manual tasks: done as soon as they are reached. [MT1] */
export const passThrough: Behavior<'task' | 'manualTask'> = {
  rests: false,
  enter: () => 'done',
}

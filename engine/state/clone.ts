import { noVariables } from '../json.ts'
import type { ElementInstance, InstanceState } from './instance-state.ts'

/** A copy that shares no part that `apply` changes; variable values are never changed in place and are shared. */
export const cloneState = (state: InstanceState): InstanceState => ({
  ...state,
  elements: new Map([...state.elements].map(([key, instance]) => [key, cloneInstance(instance)])),
})

const cloneInstance = (instance: ElementInstance): ElementInstance => ({
  ...instance,
  variables: instance.variables && Object.assign(noVariables(), instance.variables),
  held: instance.held && new Map(instance.held),
  task: instance.task && { ...instance.task },
  job: instance.job && { ...instance.job },
  // Its parts are replaced, never changed.
  extra: instance.extra && { ...instance.extra },
  loop: instance.loop && { ...instance.loop, outputs: instance.loop.outputs && [...instance.loop.outputs] },
})

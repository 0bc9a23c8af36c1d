import type { Variables } from '../running/contender.ts'
import type { LoadedInstance } from './instances.ts'

/** Data objects are variables of the scope that declares them. */
export const dataObjectsOf = (instances: readonly LoadedInstance[]): Variables =>
  Object.assign(
    {},
    ...instances.flatMap(({ state }) => [...state.elements.values()].map(({ variables }) => variables ?? {})),
  )

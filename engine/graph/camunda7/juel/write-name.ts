import { feelName } from './feel-name.ts'
import { type FeelPart, levels, value } from './feel-part.ts'
import { JuelStop } from './juel-stop.ts'

/** Version 7's counters by their names in the standard. */
const counters: ReadonlyMap<string, string> = new Map([
  ['nrOfInstances', 'numberOfInstances'],
  ['nrOfActiveInstances', 'numberOfActiveInstances'],
  ['nrOfCompletedInstances', 'numberOfCompletedInstances'],
])

const ofTheEngine = new Set([
  ...['execution', 'task', 'externalTask', 'caseExecution', 'authenticatedUserId', 'connector'],
])

/** A variable, or one of the names that version 7 gives a meaning to. @throws JuelStop */
export function writeName(name: string, hasCounters: boolean): FeelPart {
  if (name === 'loopCounter') return { text: 'loopCounter - 1', level: levels.sum } // ours begins with 1
  const counter = counters.get(name)
  if (counter !== undefined && hasCounters) return value(counter)
  if (counter !== undefined) throw new JuelStop(`${name} is known in a completion condition only`)
  if (ofTheEngine.has(name))
    throw new JuelStop(`${name} is an object of the engine of version 7, not a variable`)
  return value(feelName(name))
}

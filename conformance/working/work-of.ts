import type { JsonValue } from '../../engine/json.ts'
import type { Stub } from '../pack/pack.ts'
import type { Behavior } from '../preparing/task-behavior.ts'
import { saidBy } from './betsy-words.ts'
import { runScript } from './run-script.ts'

type Changes = Readonly<Record<string, JsonValue>>

/** What a task that is worked by the harness does. */
export interface Work {
  /** Variables it sets. */
  readonly sets: Changes
  /** Whether they are for the scope around the task alone. */
  readonly local: boolean
  /** Code of the BPMN error it ends with; null: it completes. */
  readonly error: string | null
  /** Tokens for the trace. */
  readonly logs: readonly string[]
  /** Milliseconds it takes. */
  readonly lasts: number
}

export interface Performing {
  readonly variables: Changes
  /** In the nearest multi-instance, from 0; null outside of one. */
  readonly loopIndex: number | null
  /** How often the task was worked before. */
  readonly invocation: number
}

const nothing: Work = { sets: {}, local: false, error: null, logs: [], lasts: 0 }

export function workOf(behavior: Behavior, performing: Performing): Work {
  switch (behavior.kind) {
    case 'script':
      return { ...nothing, sets: runScript(behavior.js, scriptVariables(performing)) }
    case 'betsy':
      return { ...nothing, ...saidBy(behavior.words, performing.variables) }
    case 'stub':
      return stubWork(stubNow(behavior.stub, performing.invocation))
    default:
      return nothing
  }
}

/** Scripts of other engines count the instances of a multi-instance activity from 0. */
const scriptVariables = ({ variables, loopIndex }: Performing): Changes =>
  loopIndex === null ? variables : { ...variables, loopCounter: loopIndex }

/** A list says what happens each time: another stub, or other variables for the same one. The last one stays. */
function stubNow(stub: Stub, invocation: number): Stub {
  const list = [stub.list, stub.perInvocation].find(Array.isArray)
  if (!list || list.length === 0) return stub
  const entry: Stub = list[Math.min(invocation, list.length - 1)]
  return 'do' in entry ? entry : { ...stub, set: entry as Stub['set'] }
}

const stubWork = (stub: Stub): Work => ({
  ...nothing,
  sets: (stub.set ?? {}) as Changes, // JSON of the pack
  local: stub.do === 'setLocal',
  error: stub.do === 'bpmnError' ? (stub.code ?? '') : null,
})

import type { JsonValue, Variables } from '../../engine/json.ts'
import type { JobRow } from '../../engine/ports/rows.ts'
import { give, own } from './give.ts'
import type { RunningEngine } from './running-engine.ts'

const TEN_SECONDS = 10_000
/** The data object, or the property, that the words are about. */
const DATA = 'stringData'

type Changes = Readonly<Record<string, JsonValue>>

interface Word {
  /** Token for the trace, '' for none. */
  readonly logs: (variables: Variables) => string
  readonly sets: (variables: Variables) => Changes
}

const silent = () => ''
const nothing = () => ({})
const increment = ({ integerVariable }: Variables) => ({ integerVariable: Number(integerVariable ?? 0) + 1 })

/** What the words of betsy's script tasks mean; `SCRIPT_taskN` is its own token. */
const words: Readonly<Record<string, Word>> = {
  CREATE_LOG_FILE: { logs: silent, sets: nothing },
  CREATE_MARKER_FILE: { logs: () => 'MARKER_exists', sets: nothing },
  INCREMENT_INTEGER_VARIABLE: { logs: silent, sets: increment },
  INCREMENT_INTEGER_VARIABLE_AND_LOG: { logs: () => 'INCREMENT', sets: increment },
  SET_STRING_DATA: { logs: silent, sets: () => ({ [DATA]: 'String' }) },
  LOG_DATA: { logs: (variables) => (variables[DATA] === 'String' ? 'DATA_correct' : ''), sets: nothing },
  WAIT_TEN_SECONDS: { logs: silent, sets: nothing },
}

/** Works a script task that says what to do in these words. */
export async function betsyWork(
  text: string,
  variables: Variables,
  running: RunningEngine,
  { instance, elementInstance: key, key: job }: JobRow,
): Promise<void> {
  const said = text.trim().split(/[\s,;]+/)
  if (said.includes('WAIT_TEN_SECONDS') && !running.isDue(job, TEN_SECONDS)) return
  let changes: Changes = {}
  for (const name of said) {
    const word = words[name] ?? { logs: () => name, sets: nothing }
    const token = word.logs(variables)
    if (token !== '') running.trace.push(token)
    changes = { ...changes, ...word.sets(variables) }
  }
  const set = own(changes)
  if (said.includes('THROW_ERROR')) {
    await give(running, instance, {
      type: 'throwJobError',
      key,
      job,
      code: 'ERR_CODE',
      message: '',
      variables: set,
    })
  } else await give(running, instance, { type: 'completeJob', key, job, variables: set })
}

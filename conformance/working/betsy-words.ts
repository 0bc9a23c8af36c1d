import type { JsonValue } from '../../engine/json.ts'
import type { Work } from './work-of.ts'

const TEN_SECONDS = 10_000
/** The data object, or the property, that the words are about. */
const DATA = 'data'

type Variables = Readonly<Record<string, JsonValue>>

const increment = ({ integerVariable }: Variables) => ({ integerVariable: Number(integerVariable ?? 0) + 1 })

/** What the words of betsy's script tasks mean; `SCRIPT_taskN` is its own token. */
const words: Readonly<Record<string, (variables: Variables) => Partial<Work>>> = {
  CREATE_LOG_FILE: () => ({}),
  CREATE_MARKER_FILE: () => ({ logs: ['MARKER_exists'] }),
  INCREMENT_INTEGER_VARIABLE: (variables) => ({ sets: increment(variables) }),
  INCREMENT_INTEGER_VARIABLE_AND_LOG: (variables) => ({ sets: increment(variables), logs: ['INCREMENT'] }),
  SET_STRING_DATA: () => ({ sets: { [DATA]: 'String' } }),
  LOG_DATA: (variables) => ({ logs: variables[DATA] === 'String' ? ['DATA_correct'] : [] }),
  THROW_ERROR: () => ({ error: 'ERR_CODE' }),
  WAIT_TEN_SECONDS: () => ({ lasts: TEN_SECONDS }),
}

/** The work of a script task that says what to do in these words. */
export function saidBy(text: string, variables: Variables): Partial<Work> {
  const said = text
    .trim()
    .split(/[\s,;]+/)
    .map((word) => words[word]?.(variables) ?? { logs: [word] })
  return {
    sets: Object.assign({}, ...said.map(({ sets }) => sets)),
    logs: said.flatMap(({ logs }) => logs ?? []),
    error: said.find(({ error }) => error !== undefined)?.error ?? null,
    lasts: Math.max(0, ...said.map(({ lasts }) => lasts ?? 0)),
  }
}

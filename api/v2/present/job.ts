import type { Variables } from '../../../engine/index.ts'
import type { Rows } from '../../../engine/ports/rows.ts'
import type { ActivatedJob as LeasedJob } from '../../../engine/runtime/engine.ts'
import type { ActivatedJob, Job, JobStateName } from '../../contract/v2/jobs.ts'
import { DEFAULT_TENANT } from '../../contract/v2/key.ts'
import { keyText, timeText } from '../key.ts'
import { presentListenedTask } from './listened-task.ts'
import { textsByNameOf } from './text-of-row.ts'

const EXECUTION = ['start', 'end']

/** Whose job it is: an element's own work, or that of a listener. */
const kindOf = ({ listener }: Rows['jobs']): Pick<Job, 'kind' | 'listenerEventType'> =>
  listener === ''
    ? { kind: 'BPMN_ELEMENT', listenerEventType: 'UNSPECIFIED' }
    : {
        kind: EXECUTION.includes(listener) ? 'EXECUTION_LISTENER' : 'TASK_LISTENER',
        // The contract has the same words in capitals.
        listenerEventType: listener.toUpperCase() as Job['listenerEventType'],
      }

/** Keeps the variables that were asked for; all when none were named. */
function chosen(variables: Variables, names: readonly string[]): Variables {
  if (names.length === 0) return variables
  return Object.fromEntries(names.flatMap((name) => (name in variables ? [[name, variables[name]!]] : [])))
}

/** A job handed to a worker. */
export const presentActivatedJob = (
  { row, definition, deadline, variables, task }: LeasedJob,
  fetchVariables: readonly string[],
): ActivatedJob => ({
  type: row.type,
  processDefinitionId: definition.processId,
  processDefinitionVersion: definition.version,
  elementId: row.elementId,
  customHeaders: textsByNameOf(row.headers),
  worker: row.worker,
  retries: row.retries,
  deadline,
  variables: chosen(variables, fetchVariables),
  tenantId: DEFAULT_TENANT,
  jobKey: keyText(row.key),
  processInstanceKey: keyText(row.instance),
  processDefinitionKey: keyText(row.definition),
  elementInstanceKey: keyText(row.elementInstance),
  ...kindOf(row),
  ...(task && { userTask: presentListenedTask(task) }),
})

/** FAILED until it is leased again or has retries again; TIMED_OUT when a lease ran out. */
function jobStateOf(row: Rows['jobs'], now: number): JobStateName {
  if (row.state === 'incident') return 'FAILED'
  if (row.worker === '') return row.message === '' ? 'CREATED' : 'FAILED'
  return row.availableAt <= now ? 'TIMED_OUT' : 'CREATED'
}

/** A job as searches show it at `now` (epoch milliseconds). */
export const presentJob = (row: Rows['jobs'], processDefinitionId: string, now: number): Job => ({
  customHeaders: textsByNameOf(row.headers),
  deadline: row.worker === '' ? undefined : timeText(row.availableAt),
  elementId: row.elementId,
  elementInstanceKey: keyText(row.elementInstance),
  errorMessage: row.message === '' ? undefined : row.message,
  hasFailedWithRetriesLeft: row.message !== '' && row.retries > 0,
  jobKey: keyText(row.key),
  ...kindOf(row),
  processDefinitionId,
  processDefinitionKey: keyText(row.definition),
  processInstanceKey: keyText(row.instance),
  retries: row.retries,
  state: jobStateOf(row, now),
  tenantId: DEFAULT_TENANT,
  type: row.type,
  worker: row.worker,
})

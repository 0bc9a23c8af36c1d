import type { VariableLookup } from '../feel/index.ts'
import type { Computed } from '../graph/process-graph.ts'
import { fail } from '../result.ts'
import type { ElementInstance } from '../state/instance-state.ts'
import type { Execution } from '../step/execution.ts'
import { raise } from '../step/incident.ts'
import { type Clock, readMoment } from '../step/read-moment.ts'
import { Stuck } from '../step/stuck.ts'
import { assignCreated, beginTransition, hasListeners } from '../step/task-opening.ts'
import { clockOf } from '../step/timer-due.ts'
import { compute, lookupFrom } from '../step/variables.ts'
import type { Behavior } from './behavior.ts'

const DEFAULT_PRIORITY = 50

/** Work for a person: rests until someone completes it. [UT1] */
export const userTask: Behavior<'userTask'> = {
  rests: true,
  enter(x, instance, { userTask: task }) {
    const lookup = lookupFrom(x, instance)
    const clock = clockOf(x, task.calendar, lookup)
    const [assignee = null] = names(x, 'the assignee', task.assignee, lookup)
    const isHeldUp = hasListeners(x, instance, 'creating') || hasListeners(x, instance, 'assigning')
    x.emit({
      type: 'taskCreated',
      key: instance.key,
      assignee: isHeldUp ? null : assignee,
      candidateGroups: names(x, 'candidate groups', task.candidateGroups, lookup),
      candidateUsers: names(x, 'candidate users', task.candidateUsers, lookup),
      dueAt: moment(x, 'the due date', task.dueDate, lookup, clock),
      followUpAt: moment(x, 'the follow-up date', task.followUpDate, lookup, clock),
      priority: priority(x, task.priority, lookup),
    })
    if (isHeldUp) create(x, instance, assignee)
    return 'rests'
  },
}

/** Nobody has it before its listeners have let it. A listener that can't be asked is an incident of the task. [UT9] */
function create(x: Execution, instance: ElementInstance, assignee: string | null): void {
  try {
    const transition = { kind: 'creating', assignee, action: '', corrections: {} } as const
    if (beginTransition(x, instance, transition) === 'done') assignCreated(x, instance, assignee)
  } catch (error) {
    raise(x, instance, 'active', error)
  }
}

/** A FEEL list, or text in which commas separate; nothing for null and empty text. [UT2] */
function names(x: Execution, what: string, computed: Computed | null, lookup: VariableLookup): string[] {
  if (!computed) return []
  const value = compute(x, computed, lookup)
  if (value === null) return []
  const list = typeof value === 'string' ? value.split(',') : value
  if (Array.isArray(list) && list.every((one) => typeof one === 'string'))
    return list.map((one: string) => one.trim()).filter((one) => one !== '')
  throw new Stuck(
    'EXTRACT_VALUE_ERROR',
    `${what} must be text or a list of texts, but is ${JSON.stringify(value)}`,
  )
}

/** A date and time, or a duration from now; null when it is not set. [UT3] */
function moment(
  x: Execution,
  what: string,
  computed: Computed | null,
  lookup: VariableLookup,
  clock: Clock,
): number | null {
  const value = computed ? compute(x, computed, lookup) : null
  if (value === null || value === '') return null
  const at = typeof value === 'string' ? readMoment(value, clock) : fail('it is no text')
  if (at.ok) return at.value
  throw new Stuck(
    'EXTRACT_VALUE_ERROR',
    `${what} must be an ISO 8601 date and time or a duration, but is ${JSON.stringify(value)}: ${at.error}`,
  )
}

function priority(x: Execution, computed: Computed | null, lookup: VariableLookup): number {
  if (!computed) return DEFAULT_PRIORITY
  const value = Number(compute(x, computed, lookup))
  if (Number.isInteger(value) && value >= 0 && value <= 100) return value
  throw new Stuck('EXTRACT_VALUE_ERROR', `a priority is a whole number from 0 to 100, not '${value}'`)
}

import { compileCalendarName } from '../compile-calendar-name.ts'
import { compileForm } from '../compile-form.ts'
import { compileTaskListeners } from '../compile-listeners.ts'
import type { Compiling, ElementCompiler } from '../compiling.ts'
import { computed } from '../compute.ts'
import { attribute, findExtension } from '../find-extension.ts'
import { isAnyDuration, isDateTime } from '../iso-8601.ts'
import type { Computed } from '../process-graph.ts'

export const compileUserTask: ElementCompiler = ({ node }, at) => {
  const read = (extension: string, name: string): Computed | null => {
    const text = attribute(findExtension(node, extension), name)
    return text === '' ? null : computed(text, { element: node.id, what: name }, at)
  }
  const schedule = (name: string) =>
    checked(read('taskSchedule', name), isMoment, dateForm, node.id, name, at)
  const priority = read('priorityDefinition', 'priority')
  return {
    type: 'userTask',
    userTask: {
      assignee: read('assignmentDefinition', 'assignee'),
      candidateGroups: read('assignmentDefinition', 'candidateGroups'),
      candidateUsers: read('assignmentDefinition', 'candidateUsers'),
      dueDate: schedule('dueDate'),
      followUpDate: schedule('followUpDate'),
      calendar: compileCalendarName(node, at),
      priority: checked(priority, isPriority, priorityForm, node.id, 'priority', at),
      form: compileForm(node, at),
      listeners: compileTaskListeners(node, node.id, at),
    },
  }
}

interface Form {
  readonly code: string
  readonly form: string
  readonly example: string
}

const dateForm: Form = {
  code: 'bad_date',
  form: 'an ISO 8601 date and time, or a duration from the creation of the task',
  example: '2026-03-01T09:00:00Z',
}
const priorityForm: Form = { code: 'bad_priority', form: 'a whole number from 0 to 100', example: '50' }

const isMoment = (text: string): boolean => isDateTime(text) || isAnyDuration(text)
const isPriority = (text: string): boolean => /^\d{1,3}$/.test(text) && Number(text) <= 100

/** Fixed texts can be judged now, expressions only when they run. */
function checked(
  value: Computed | null,
  accepts: (text: string) => boolean,
  { code, form, example }: Form,
  element: string,
  what: string,
  at: Compiling,
): Computed | null {
  if (value?.kind !== 'fixed' || accepts(value.text)) return value
  at.report({
    code,
    element,
    message: `${what}: expected ${form}, got "${value.text}".`,
    remedy: `Write for example ${example}, or a FEEL expression beginning with "=".`,
  })
  return null
}

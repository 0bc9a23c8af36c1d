import type { BpmnFiles } from '../bpmn-files.ts'
import { attribute, type XmlElement } from '../document/xml-element.ts'
import type { Rule } from '../rule.ts'
import { itemOf, sameItem, spoken } from './facts.ts'

/** What tasks that exchange messages take in and give out. §10.3.3 */
export const serviceRules: readonly Rule[] = [
  {
    code: 'service_task_input_sets',
    section: '10.3.3',
    about: ['serviceTask'],
    remedy: 'Give the task one input set.',
    breach: (task, files) => {
      const sets = specified(task, 'inputSet', files).length
      if (attribute(task, 'operationRef') === null || sets === 1) return null
      return `${spoken(task)} calls an operation and has ${sets} input sets, expected 1.`
    },
  },
  {
    code: 'service_task_output_sets',
    section: '10.3.3',
    about: ['serviceTask'],
    remedy: 'Give the task one output set at most.',
    breach: (task, files) => {
      const sets = specified(task, 'outputSet', files).length
      if (attribute(task, 'operationRef') === null || sets <= 1) return null
      return `${spoken(task)} calls an operation and has ${sets} output sets, expected 1 at most.`
    },
  },
  {
    code: 'service_task_input',
    section: '10.3.3',
    about: ['serviceTask'],
    remedy: 'Give the task one data input with the item definition of the incoming message.',
    breach: (task, files) => {
      const operation = files.follow(task, 'operationRef')
      if (operation === null) return null
      return mismatch(task, 'dataInput', files.followFirst(operation, 'inMessageRef'), files)
    },
  },
  {
    code: 'service_task_output',
    section: '10.3.3',
    about: ['serviceTask'],
    remedy: 'Give the task one data output with the item definition of the outgoing message.',
    breach: (task, files) => {
      const operation = files.follow(task, 'operationRef')
      if (operation === null) return null
      return mismatch(task, 'dataOutput', files.followFirst(operation, 'outMessageRef'), files)
    },
  },
  ...messageTask('sendTask', 'input', 'inputSet', 'dataInput'),
  ...messageTask('receiveTask', 'output', 'outputSet', 'dataOutput'),
]

function messageTask(about: string, what: string, set: string, data: string): Rule[] {
  const code = about.replace('Task', '_task')
  const common = { section: '10.3.3', about: [about] }
  return [
    {
      ...common,
      code: `${code}_${what}_sets`,
      remedy: `Give the task one ${what} set at most.`,
      breach: (task, files) => severalOf(task, set, files),
    },
    {
      ...common,
      code: `${code}_${what}s`,
      remedy: `Give the task one data ${what} at most.`,
      breach: (task, files) => severalOf(task, data, files),
    },
    {
      ...common,
      code: `${code}_${what}`,
      remedy: `Give the data ${what} the item definition of the message.`,
      breach: (task, files) => {
        const message = files.follow(task, 'messageRef')
        return message === null || specified(task, data, files).length === 0
          ? null
          : mismatch(task, data, message, files)
      },
    },
  ]
}

const specified = (task: XmlElement, name: string, files: BpmnFiles): readonly XmlElement[] =>
  files.childrenOf(task, 'ioSpecification').flatMap((specification) => files.childrenOf(specification, name))

function severalOf(task: XmlElement, name: string, files: BpmnFiles): string | null {
  const count = specified(task, name, files).length
  if (attribute(task, 'messageRef') === null || count <= 1) return null
  return `${spoken(task)} handles one message and has ${count} of ${name}, expected 1 at most.`
}

/** The one data input or output must be what the message is made of. */
function mismatch(
  task: XmlElement,
  name: string,
  message: XmlElement | null,
  files: BpmnFiles,
): string | null {
  if (message === null) return null
  const [data, second] = specified(task, name, files)
  const carried = itemOf(message, files)
  if (data === undefined)
    return carried === null ? null : `${spoken(task)} has no ${name} for ${spoken(message)}.`
  if (second !== undefined && task.name === 'serviceTask') return `${spoken(task)} has several of ${name}.`
  return sameItem(itemOf(data, files), carried)
    ? null
    : `${name} of ${spoken(task)} has another item definition than ${spoken(message)}.`
}

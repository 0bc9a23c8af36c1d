import { attribute, flag, idOf, nearest } from '../document/xml-element.ts'
import type { Rule } from '../rule.ts'
import { activities, subProcesses, tasks } from './element-kinds.ts'
import { isEventSubProcess, spoken } from './facts.ts'

const isTooSmall = (value: string | null): boolean => value !== null && Number(value) < 1

/** Activities, sub-processes and lanes. §10.3, §10.8 */
export const activityRules: readonly Rule[] = [
  {
    code: 'start_quantity',
    section: '10.3',
    about: activities,
    remedy: 'Set startQuantity to 1 or more.',
    breach: (activity) =>
      isTooSmall(attribute(activity, 'startQuantity'))
        ? `${spoken(activity)} has a startQuantity of less than 1.`
        : null,
  },
  {
    code: 'completion_quantity',
    section: '10.3',
    about: activities,
    remedy: 'Set completionQuantity to 1 or more.',
    breach: (activity) =>
      isTooSmall(attribute(activity, 'completionQuantity'))
        ? `${spoken(activity)} has a completionQuantity of less than 1.`
        : null,
  },
  {
    code: 'instantiating_task_with_incoming',
    section: '10.3.3',
    about: ['receiveTask'],
    remedy: 'Remove the sequence flow, or instantiate.',
    breach: (task, files) =>
      flag(task, 'instantiate') && files.flows.incoming(task).any.size > 0
        ? `${spoken(task)} starts the process and is the target of a sequence flow.`
        : null,
  },
  {
    code: 'event_sub_process_start_events',
    section: '10.3.5',
    about: subProcesses,
    remedy: 'Give the event sub-process one start event.',
    breach: (node, files) => {
      const starts = files.childrenOf(node, 'startEvent').length
      return isEventSubProcess(node) && starts !== 1
        ? `${spoken(node)} has ${starts} start events, expected 1.`
        : null
    },
  },
  {
    code: 'ad_hoc_without_activity',
    section: '10.3.5',
    about: ['adHocSubProcess'],
    remedy: 'Draw an activity inside.',
    breach: (node, files) =>
      activities.some((name) => files.childrenOf(node, name).length > 0)
        ? null
        : `${spoken(node)} contains no activity.`,
  },
  {
    code: 'ad_hoc_with_start_or_end',
    section: '10.3.5',
    about: ['adHocSubProcess'],
    remedy: 'Remove start and end events from the ad-hoc sub-process.',
    breach: (node, files) => {
      const name = notAdHoc.find((one) => files.childrenOf(node, one).length > 0)
      return name === undefined ? null : `${spoken(node)} contains a ${name}.`
    },
  },
  {
    code: 'io_specification_of_sub_process',
    section: '10.4.1',
    about: subProcesses,
    remedy: 'Use data objects inside the sub-process, or call a process.',
    breach: (node, files) =>
      files.childrenOf(node, 'ioSpecification').length > 0 ? `${spoken(node)} has an ioSpecification.` : null,
  },
  {
    code: 'loop_data_of_another',
    section: '10.3.8',
    about: ['multiInstanceLoopCharacteristics'],
    remedy: 'Refer to a data input (output) of the activity itself.',
    breach: (loop, files) => {
      const activity = loop.parent
      if (activity === null || !(tasks as readonly string[]).includes(activity.name)) return null
      const data = [
        ...files.followAll(loop, 'loopDataInputRef'),
        ...files.followAll(loop, 'loopDataOutputRef'),
      ]
      const other = data.find((one) => nearest(one, activity.name) !== activity)
      return other === undefined
        ? null
        : `The loop of ${spoken(activity)} runs over ${spoken(other)}, which is not its own.`
    },
  },
  {
    code: 'lane_of_another_process',
    section: '10.8',
    about: ['flowNodeRef'],
    remedy: 'Remove the reference, or move the node.',
    breach: (reference, files) => {
      const node = files.inFile(reference, reference.text.trim())
      if (node === null || nearest(node, 'process') === nearest(reference, 'process')) return null
      return `A lane of another process names ${node.name} ${idOf(node)}.`
    },
  },
]

/** What an ad-hoc sub-process must not contain. */
const notAdHoc = ['startEvent', 'endEvent', 'choreographyTask', 'subChoreography', 'callChoreography']

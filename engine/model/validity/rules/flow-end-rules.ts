import type { BpmnFiles } from '../bpmn-files.ts'
import { flag, type XmlElement } from '../document/xml-element.ts'
import type { Rule } from '../rule.ts'
import {
  activities,
  choreographyActivities,
  gateways,
  intermediateEvents,
  subProcesses,
} from './element-kinds.ts'
import { triggersOf } from './event-definitions.ts'
import { isEventSubProcess, isForCompensation, spoken } from './facts.ts'

/** Which nodes must and must not be entered and left by sequence flows. §10.5.2–10.5.4 */
export const flowEndRules: readonly Rule[] = [
  {
    code: 'start_event_with_incoming',
    section: '10.5.2',
    about: ['startEvent'],
    remedy: 'Lead the flow to the element after it.',
    breach: (event, files) =>
      files.flows.incoming(event).any.size > 0 ? `${spoken(event)} is the target of a sequence flow.` : null,
  },
  {
    code: 'start_event_without_outgoing',
    section: '10.5.2',
    about: ['startEvent'],
    remedy: 'Draw a sequence flow to what comes next.',
    breach: (event, files) =>
      files.flows.outgoing(event).agreed.size === 0 ? `${spoken(event)} leads nowhere.` : null,
  },
  {
    code: 'end_event_with_outgoing',
    section: '10.5.3',
    about: ['endEvent'],
    remedy: 'Use an intermediate event, or remove the flow.',
    breach: (event, files) =>
      files.flows.outgoing(event).any.size > 0 ? `${spoken(event)} is the source of a sequence flow.` : null,
  },
  {
    code: 'end_event_without_incoming',
    section: '10.5.3',
    about: ['endEvent'],
    remedy: 'Draw a sequence flow to it.',
    breach: (event, files) =>
      files.flows.incoming(event).agreed.size === 0 ? `No sequence flow leads to ${spoken(event)}.` : null,
  },
  {
    code: 'intermediate_event_without_incoming',
    section: '10.5.4',
    about: intermediateEvents,
    remedy: 'Draw a sequence flow to it, or use a start event.',
    breach: (event, files) => {
      if (isLoose(event) || isLink(event, files, 'intermediateCatchEvent')) return null
      return files.flows.incoming(event).agreed.size === 0
        ? `No sequence flow leads to ${spoken(event)}.`
        : null
    },
  },
  {
    code: 'intermediate_event_without_outgoing',
    section: '10.5.4',
    about: intermediateEvents,
    remedy: 'Draw a sequence flow to what comes next, or use an end event.',
    breach: (event, files) => {
      if (isLoose(event) || isLink(event, files, 'intermediateThrowEvent')) return null
      return files.flows.outgoing(event).agreed.size === 0 ? `${spoken(event)} leads nowhere.` : null
    },
  },
  {
    code: 'link_event_with_flow',
    section: '10.5.4',
    about: intermediateEvents,
    remedy: 'A source link ends its branch, a target link begins one: remove the flow.',
    breach: (event, files) => {
      const catching = isLink(event, files, 'intermediateCatchEvent')
      if (catching && files.flows.incoming(event).any.size > 0)
        return `${spoken(event)} is a target link with a sequence flow to it.`
      const throwing = isLink(event, files, 'intermediateThrowEvent')
      if (throwing && files.flows.outgoing(event).any.size > 0)
        return `${spoken(event)} is a source link with a sequence flow out of it.`
      return null
    },
  },
  {
    code: 'event_sub_process_with_flow',
    section: '10.3.5',
    about: subProcesses,
    remedy: 'Remove the flow: an event sub-process begins by its start event.',
    breach: (node, files) =>
      isEventSubProcess(node) && isConnected(node, files)
        ? `${spoken(node)} is an event sub-process with sequence flows.`
        : null,
  },
  {
    code: 'compensation_activity_with_flow',
    section: '10.7.1',
    about: activities,
    remedy: 'Associate it with the compensation event and remove its sequence flows.',
    breach: (node, files) =>
      isForCompensation(node) && isConnected(node, files)
        ? `${spoken(node)} is for compensation and has sequence flows.`
        : null,
  },
  {
    code: 'node_without_incoming',
    section: '10.5.2',
    about: [...activities, ...choreographyActivities, ...gateways],
    remedy: 'Draw a sequence flow to it, or remove the start event.',
    breach: (node, files) => {
      if (isOutsideOfFlow(node) || flag(node, 'instantiate') || !isBesides(node, 'startEvent', files))
        return null
      return files.flows.incoming(node).any.size === 0
        ? `There is a start event and no sequence flow leads to ${spoken(node)}.`
        : null
    },
  },
  {
    code: 'node_without_outgoing',
    section: '10.5.3',
    about: [...activities, ...choreographyActivities, ...gateways],
    remedy: 'Draw a sequence flow to what comes next, or remove the end event.',
    breach: (node, files) => {
      if (isOutsideOfFlow(node) || !isBesides(node, 'endEvent', files)) return null
      return files.flows.outgoing(node).any.size === 0
        ? `There is an end event and no sequence flow leaves ${spoken(node)}.`
        : null
    },
  },
  {
    code: 'end_event_without_start_event',
    section: '10.5.2',
    about: ['endEvent'],
    remedy: 'Draw a start event on the same level.',
    breach: (event, files) =>
      isBesides(event, 'startEvent', files) ? null : `${spoken(event)} ends what no start event begins.`,
  },
  {
    code: 'start_event_without_end_event',
    section: '10.5.3',
    about: ['startEvent'],
    remedy: 'Draw an end event on the same level.',
    breach: (event, files) =>
      isBesides(event, 'endEvent', files) ? null : `${spoken(event)} begins what no end event ends.`,
  },
]

const isBesides = ({ parent }: XmlElement, name: string, files: BpmnFiles): boolean =>
  parent !== null && files.childrenOf(parent, name).length > 0

const isConnected = (node: XmlElement, { flows }: BpmnFiles): boolean =>
  flows.incoming(node).any.size + flows.outgoing(node).any.size > 0

const isOutsideOfFlow = (node: XmlElement): boolean => isForCompensation(node) || isEventSubProcess(node)

/** What lies in an ad-hoc sub-process needs no flow. */
const isLoose = ({ parent }: XmlElement): boolean => parent?.name === 'adHocSubProcess'

const isLink = (event: XmlElement, files: BpmnFiles, name: string): boolean =>
  event.name === name && triggersOf(event, files).has('link')

import type { BpmnFiles } from '../bpmn-files.ts'
import { nearest, type XmlElement } from '../document/xml-element.ts'
import { group } from '../group.ts'
import type { Rule } from '../rule.ts'
import { triggersOf } from './event-definitions.ts'
import { once, spoken } from './facts.ts'

/** What a message flow may connect. §7.6.2, §9.4 */
export const messageFlowRules: readonly Rule[] = [
  {
    code: 'message_flow_within_pool',
    section: '9.4',
    about: ['messageFlow'],
    remedy: 'Use a sequence flow within a pool.',
    breach: (flow, files) => {
      const source = poolOf(files.follow(flow, 'sourceRef'), files)
      const target = poolOf(files.follow(flow, 'targetRef'), files)
      return source !== null && source === target ? `${spoken(flow)} connects what lies in one pool.` : null
    },
  },
  {
    code: 'message_flow_from_start_event',
    section: '10.5.2',
    about: ['messageFlow'],
    remedy: 'Let the message leave an activity or a throwing event.',
    breach: (flow, files) =>
      files.follow(flow, 'sourceRef')?.name === 'startEvent' ? `${spoken(flow)} leaves a start event.` : null,
  },
  {
    code: 'message_flow_to_end_event',
    section: '10.5.3',
    about: ['messageFlow'],
    remedy: 'Let the message arrive at an activity or a catching event.',
    breach: (flow, files) =>
      files.follow(flow, 'targetRef')?.name === 'endEvent'
        ? `${spoken(flow)} arrives at an end event.`
        : null,
  },
  {
    code: 'message_flow_from_catching_event',
    section: '10.5.4',
    about: ['intermediateCatchEvent', 'boundaryEvent'],
    remedy: 'Let the message leave an activity or a throwing event.',
    breach: (event, files) =>
      ends(files).sources.has(event) ? `${spoken(event)} catches and is the source of a message flow.` : null,
  },
  {
    code: 'message_flow_to_throwing_event',
    section: '10.5.4',
    about: ['intermediateThrowEvent'],
    remedy: 'Let the message arrive at an activity or a catching event.',
    breach: (event, files) =>
      ends(files).targets.has(event) ? `${spoken(event)} throws and is the target of a message flow.` : null,
  },
  {
    code: 'message_flow_to_other_event',
    section: '10.5.4',
    about: ['startEvent', 'intermediateCatchEvent', 'boundaryEvent'],
    remedy: 'Give the event a message definition.',
    breach: (event, files) =>
      ends(files).targets.has(event) && !triggersOf(event, files).has('message')
        ? `${spoken(event)} is the target of a message flow and waits for no message.`
        : null,
  },
  {
    code: 'message_flow_from_other_event',
    section: '10.5.3',
    about: ['endEvent', 'intermediateThrowEvent'],
    remedy: 'Give the event a message definition.',
    breach: (event, files) =>
      ends(files).sources.has(event) && !triggersOf(event, files).has('message')
        ? `${spoken(event)} is the source of a message flow and sends no message.`
        : null,
  },
]

const ends = once((files) => ({
  sources: new Set(files.all('messageFlow').map((flow) => files.follow(flow, 'sourceRef'))),
  targets: new Set(files.all('messageFlow').map((flow) => files.follow(flow, 'targetRef'))),
}))

const poolsByProcess = once((files) => {
  const pools = new Map<XmlElement, XmlElement[]>()
  for (const participant of files.all('participant')) {
    const process = files.follow(participant, 'processRef')
    if (process !== null) group(pools, process, participant)
  }
  return pools
})

/** The pool an end of a message flow lies in: a process without a pool is one of its own, null where that is open. */
function poolOf(end: XmlElement | null, files: BpmnFiles): XmlElement | null {
  if (end === null || end.name === 'participant') return end
  const process = nearest(end, 'process')
  if (process === null) return null
  const pools = poolsByProcess(files).get(process) ?? [process]
  return pools.length === 1 ? (pools[0] ?? null) : null
}

import { attribute, flag, nearest } from '../document/xml-element.ts'
import type { Rule } from '../rule.ts'
import { activities, gateways, isOneOf } from './element-kinds.ts'
import { isExecuted, spoken } from './facts.ts'

/** What a sequence flow may connect. §7.6.1, §8.4.13 */
export const sequenceFlowRules: readonly Rule[] = [
  {
    code: 'source_does_not_list_flow',
    section: '8.4.13',
    about: ['sequenceFlow'],
    remedy: 'Add an outgoing element with the id of the flow to its source.',
    breach: (flow, files) => {
      const source = files.follow(flow, 'sourceRef')
      if (source === null || files.flows.outgoing(source).agreed.has(flow)) return null
      return `${spoken(source)} is the source of ${spoken(flow)} and does not list it as outgoing.`
    },
  },
  {
    code: 'target_does_not_list_flow',
    section: '8.4.13',
    about: ['sequenceFlow'],
    remedy: 'Add an incoming element with the id of the flow to its target.',
    breach: (flow, files) => {
      const target = files.follow(flow, 'targetRef')
      if (target === null || files.flows.incoming(target).agreed.has(flow)) return null
      return `${spoken(target)} is the target of ${spoken(flow)} and does not list it as incoming.`
    },
  },
  {
    code: 'listed_flow_elsewhere',
    section: '8.4.13',
    about: ['incoming', 'outgoing'],
    remedy: 'Remove the element, or lead the sequence flow there.',
    breach: (listing, files) => {
      const node = listing.parent
      const flow = files.inFile(listing, listing.text.trim())
      if (node === null || flow?.name !== 'sequenceFlow') return null
      const end = files.follow(flow, listing.name === 'incoming' ? 'targetRef' : 'sourceRef')
      if (end === node) return null
      return `${spoken(node)} lists ${spoken(flow)} as ${listing.name}, which does not lead there.`
    },
  },
  {
    code: 'flow_crosses_pool',
    section: '7.6.1',
    about: ['sequenceFlow'],
    remedy: 'Use a message flow between pools.',
    breach: (flow, files) => {
      const source = files.follow(flow, 'sourceRef')
      const target = files.follow(flow, 'targetRef')
      if (source === null || target === null) return null
      if (nearest(source, 'process') === nearest(target, 'process')) return null
      return `${spoken(flow)} leads from one process into another.`
    },
  },
  {
    code: 'flow_crosses_sub_process',
    section: '7.6.1',
    about: ['sequenceFlow'],
    remedy: 'Lead the flow to the sub-process, or move the element.',
    breach: (flow, files) => {
      const source = files.follow(flow, 'sourceRef')
      const target = files.follow(flow, 'targetRef')
      if (source === null || target === null || source.parent === target.parent) return null
      if (nearest(source, 'process') !== nearest(target, 'process')) return null
      return `${spoken(flow)} crosses the border of a sub-process.`
    },
  },
  {
    code: 'condition_not_here',
    section: '8.4.13',
    about: ['sequenceFlow'],
    remedy: 'Decide with an exclusive or inclusive gateway, or remove the condition.',
    breach: (flow, files) => {
      const source = files.follow(flow, 'sourceRef')
      if (source === null || files.childrenOf(flow, 'conditionExpression').length === 0) return null
      if (isOneOf(mayDecide, source.name)) return null
      return `${spoken(flow)} has a condition and leaves ${spoken(source)}, which decides nothing.`
    },
  },
  {
    code: 'condition_without_alternative',
    section: '8.4.13',
    about: ['sequenceFlow'],
    remedy: 'Draw another way out of the activity, or remove the condition.',
    breach: (flow, files) => {
      const source = files.follow(flow, 'sourceRef')
      if (source === null || files.childrenOf(flow, 'conditionExpression').length === 0) return null
      if (!isOneOf(activities, source.name) || files.flows.outgoing(source).any.size > 1) return null
      return `${spoken(flow)} has a condition and is the only way out of ${spoken(source)}.`
    },
  },
  {
    code: 'executable_flow_not_immediate',
    section: '8.4.13',
    about: ['sequenceFlow'],
    remedy: 'Remove isImmediate, or set it to true.',
    breach: (flow) =>
      isExecuted(flow) && attribute(flow, 'isImmediate') !== null && !flag(flow, 'isImmediate')
        ? `${spoken(flow)} of an executable process is not immediate.`
        : null,
  },
  {
    code: 'default_flow_of_another',
    section: '8.4.13',
    about: [...activities, ...gateways],
    remedy: 'Choose one of the outgoing flows as default.',
    breach: (node, files) => {
      const flow = files.follow(node, 'default')
      if (flow?.name !== 'sequenceFlow' || files.follow(flow, 'sourceRef') === node) return null
      return `The default flow ${spoken(flow)} does not leave ${spoken(node)}.`
    },
  },
]

const mayDecide = [...activities, 'exclusiveGateway', 'inclusiveGateway', 'complexGateway']

import { attribute, flag } from '../document/xml-element.ts'
import type { Rule } from '../rule.ts'
import { gateways } from './element-kinds.ts'
import { spoken } from './facts.ts'

/** Gateways split or merge. §8.4.9, §10.6.1 */
export const gatewayRules: readonly Rule[] = [
  {
    code: 'gateway_direction',
    section: '8.4.9',
    about: gateways,
    remedy: 'Correct gatewayDirection, or remove it.',
    breach: (gateway, files) => {
      const direction = attribute(gateway, 'gatewayDirection')
      const incoming = files.flows.incoming(gateway).any.size
      const outgoing = files.flows.outgoing(gateway).any.size
      const fits =
        direction === 'Converging'
          ? outgoing <= 1
          : direction === 'Diverging'
            ? incoming <= 1
            : direction !== 'Mixed' || (incoming > 1 && outgoing > 1)
      return fits ? null : `${spoken(gateway)} is ${direction} and has ${incoming} ways in, ${outgoing} out.`
    },
  },
  {
    code: 'gateway_neither_splits_nor_merges',
    section: '10.6.1',
    about: gateways.filter((name) => name !== 'eventBasedGateway'),
    remedy: 'Draw another sequence flow, or remove the gateway.',
    breach: (gateway, files) =>
      files.flows.incoming(gateway).any.size > 1 || files.flows.outgoing(gateway).any.size > 1
        ? null
        : `${spoken(gateway)} has neither several ways in nor several out.`,
  },
  {
    code: 'event_gateway_without_choice',
    section: '10.6.6',
    about: ['eventBasedGateway'],
    remedy: 'Draw sequence flows to two events or more.',
    breach: (gateway, files) =>
      files.flows.outgoing(gateway).any.size < 2 ? `${spoken(gateway)} has fewer than two ways out.` : null,
  },
  {
    code: 'instantiating_gateway_with_incoming',
    section: '10.6.6',
    about: ['eventBasedGateway'],
    remedy: 'Remove the sequence flow, or instantiate.',
    breach: (gateway, files) =>
      flag(gateway, 'instantiate') && files.flows.incoming(gateway).any.size > 0
        ? `${spoken(gateway)} starts the process and is the target of a sequence flow.`
        : null,
  },
  {
    code: 'parallel_event_gateway_not_instantiating',
    section: '10.6.6',
    about: ['eventBasedGateway'],
    remedy: 'Set instantiate, or make the gateway exclusive.',
    breach: (gateway) =>
      attribute(gateway, 'eventGatewayType') === 'Parallel' && !flag(gateway, 'instantiate')
        ? `${spoken(gateway)} waits for all its events and does not start a process.`
        : null,
  },
]

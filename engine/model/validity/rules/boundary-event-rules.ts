import type { Rule } from '../rule.ts'
import { triggersOf } from './event-definitions.ts'
import { spoken } from './facts.ts'

/** Events at the border of an activity. §10.5.4 */
export const boundaryEventRules: readonly Rule[] = [
  {
    code: 'boundary_event_with_incoming',
    section: '10.5.4',
    about: ['boundaryEvent'],
    remedy: 'Lead the flow to the activity.',
    breach: (event, files) =>
      files.flows.incoming(event).any.size > 0 ? `${spoken(event)} is the target of a sequence flow.` : null,
  },
  {
    code: 'boundary_event_without_outgoing',
    section: '10.5.4',
    about: ['boundaryEvent'],
    remedy: 'Draw a sequence flow to what happens then.',
    breach: (event, files) => {
      if (triggersOf(event, files).has('compensate')) return null
      return files.flows.outgoing(event).agreed.size === 0 ? `${spoken(event)} leads nowhere.` : null
    },
  },
  {
    code: 'compensation_event_with_outgoing',
    section: '10.5.4',
    about: ['boundaryEvent'],
    remedy: 'Associate it with the compensation activity instead.',
    breach: (event, files) =>
      triggersOf(event, files).has('compensate') && files.flows.outgoing(event).any.size > 0
        ? `${spoken(event)} waits for compensation and has a sequence flow out of it.`
        : null,
  },
  {
    code: 'boundary_event_on_another_level',
    section: '10.5.4',
    about: ['boundaryEvent'],
    remedy: 'Move it to the level of its activity.',
    breach: (event, files) => {
      const activity = files.follow(event, 'attachedToRef')
      if (activity === null || activity.parent === event.parent) return null
      return `${spoken(event)} lies on another level than ${spoken(activity)}, to which it is attached.`
    },
  },
  {
    code: 'association_to_normal_activity',
    section: '10.7.1',
    about: ['association'],
    remedy: 'Mark the activity as being for compensation.',
    breach: (association, files) => {
      const event = files.follow(association, 'sourceRef')
      const handler = files.follow(association, 'targetRef')
      if (event?.name !== 'boundaryEvent' || handler === null || !files.is(handler, 'tActivity')) return null
      if (
        !triggersOf(event, files).has('compensate') ||
        handler.attributes.get('isForCompensation') === 'true'
      ) {
        return null
      }
      return `${spoken(event)} compensates by ${spoken(handler)}, which is not for compensation.`
    },
  },
]

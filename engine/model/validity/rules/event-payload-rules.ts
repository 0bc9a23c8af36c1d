import type { BpmnFiles } from '../bpmn-files.ts'
import type { XmlElement } from '../document/xml-element.ts'
import type { Rule } from '../rule.ts'
import { catchEvents, throwEvents } from './element-kinds.ts'
import { definitionsOf, triggerOf } from './event-definitions.ts'
import { itemOf, once, sameItem, spoken } from './facts.ts'

/** The data that an event throws or catches, one for each of its definitions, in their order. §10.5.1 */
export const eventPayloadRules: readonly Rule[] = [
  {
    code: 'event_data_without_definition',
    section: '10.5.1',
    about: [...catchEvents, ...throwEvents],
    remedy: 'Give each event definition its data input or output, in the same order.',
    breach: (event, files) => {
      const data = dataOf(event, files).length
      const definitions = definitionsOf(event, files).length
      if (data === 0 || definitions === 0 || data === definitions) return null
      return `${spoken(event)} has ${definitions} event definitions and ${data} data inputs or outputs.`
    },
  },
  {
    code: 'event_data_of_another_type',
    section: '10.5.1',
    about: [
      'messageEventDefinition',
      'errorEventDefinition',
      'escalationEventDefinition',
      'signalEventDefinition',
    ],
    remedy: 'Give both the same item definition.',
    breach: (definition, files) => {
      const event = definition.parent
      if (event === null) return null
      const data = dataOf(event, files)[places(files).get(definition) ?? -1]
      if (data === undefined || sameItem(itemOf(data, files), itemOf(payloadOf(definition, files), files)))
        return null
      return `${spoken(data)} of ${spoken(event)} has another item definition than what the event carries.`
    },
  },
]

/** Where each definition stands among those of its event. */
const places = once((files) => {
  const events = [...catchEvents, ...throwEvents].flatMap((name) => files.all(name))
  return new Map(
    events.flatMap((event) => definitionsOf(event, files).map((definition, at) => [definition, at])),
  )
})

const dataOf = (event: XmlElement, files: BpmnFiles): readonly XmlElement[] =>
  files.childrenOf(
    event,
    event.name === 'endEvent' || event.name === 'intermediateThrowEvent' ? 'dataInput' : 'dataOutput',
  )

const payloadOf = (definition: XmlElement, files: BpmnFiles): XmlElement | null =>
  files.follow(definition, `${triggerOf(definition)}Ref`)

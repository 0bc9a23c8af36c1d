import type { BpmnFiles } from '../bpmn-files.ts'
import type { XmlElement } from '../document/xml-element.ts'
import type { Rule } from '../rule.ts'
import { hasDefinition } from './event-definitions.ts'
import { itemOf, once, sameItem, spoken } from './facts.ts'

/** A call activity takes and gives what the called process or global task does. §10.3.6 */
export const callActivityRules: readonly Rule[] = [
  {
    code: 'call_activity_data',
    section: '10.3.6',
    about: ['callActivity'],
    remedy: 'Give the call activity the same data inputs, outputs and sets as what it calls.',
    breach: (activity, files) => {
      const called = files.follow(activity, 'calledElement')
      if (called === null) return null
      const different = ['dataInput', 'dataOutput', 'inputSet', 'outputSet'].find(
        (name) => specified(activity, name, files).length !== specified(called, name, files).length,
      )
      return different === undefined
        ? null
        : `${spoken(activity)} and ${spoken(called)} differ in the number of ${different}.`
    },
  },
  {
    code: 'call_activity_item',
    section: '10.3.6',
    about: ['dataInput', 'dataOutput'],
    remedy: 'Give both the same item definition.',
    breach: (data, files) => {
      const activity = data.parent?.parent
      if (activity?.name !== 'callActivity') return null
      const called = files.follow(activity, 'calledElement')
      const item = itemOf(data, files)
      if (called === null || item === null) return null
      return specified(called, data.name, files).some((other) => sameItem(itemOf(other, files), item))
        ? null
        : `${spoken(called)} has no ${data.name} with the item definition of ${spoken(data)}.`
    },
  },
  {
    code: 'called_process_without_none_start',
    section: '10.5.2',
    about: ['process'],
    remedy: 'Draw a none start event, too.',
    breach: (process, files) => {
      const starts = files.childrenOf(process, 'startEvent')
      if (!called(files).has(process) || starts.length === 0) return null
      return starts.some((event) => !hasDefinition(event, files))
        ? null
        : `${spoken(process)} is called by a call activity and has no none start event.`
    },
  },
]

const called = once(
  (files) => new Set(files.all('callActivity').map((one) => files.follow(one, 'calledElement'))),
)

const specified = (element: XmlElement, name: string, files: BpmnFiles): readonly XmlElement[] =>
  files
    .childrenOf(element, 'ioSpecification')
    .flatMap((specification) => files.childrenOf(specification, name))

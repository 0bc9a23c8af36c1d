import type { BpmnFiles } from '../bpmn-files.ts'
import type { XmlElement } from '../document/xml-element.ts'
import type { Rule } from '../rule.ts'
import { hasDefinition } from './event-definitions.ts'
import { itemKey, itemOf, once, spoken } from './facts.ts'

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
        (name) => countOf(activity, name, files) !== countOf(called, name, files),
      )
      return different === undefined
        ? null
        : `${spoken(activity)} and ${spoken(called)} differ in the number of ${different}.`
    },
  },
  {
    code: 'call_activity_item',
    section: '10.3.6',
    about: ['dataInput', 'dataOutput', 'inputSet', 'outputSet'],
    remedy: 'Give both the same item definitions.',
    breach: (data, files) => {
      const activity = data.parent?.parent
      const called = activity?.name === 'callActivity' ? files.follow(activity, 'calledElement') : null
      const offered = called === null ? undefined : interfaces(files).get(called)
      if (called === null || offered === undefined || offered.has(signature(data, files))) return null
      return `${spoken(called)} has no ${data.name} with the item definition of ${spoken(data)}.`
    },
  },
  {
    code: 'called_process_without_none_start',
    section: '10.5.2',
    about: ['process'],
    remedy: 'Draw a none start event, too.',
    breach: (process, files) => {
      const starts = files.childrenOf(process, 'startEvent')
      if (!calledElements(files).has(process) || starts.length === 0) return null
      return starts.some((event) => !hasDefinition(event, files))
        ? null
        : `${spoken(process)} is called by a call activity and has no none start event.`
    },
  },
]

const calledElements = once(
  (files) => new Set(files.all('callActivity').flatMap((one) => files.follow(one, 'calledElement') ?? [])),
)

const specified = (element: XmlElement, name: string, files: BpmnFiles): readonly XmlElement[] =>
  files
    .childrenOf(element, 'ioSpecification')
    .flatMap((specification) => files.childrenOf(specification, name))

const countOf = (element: XmlElement, name: string, files: BpmnFiles): number =>
  files
    .childrenOf(element, 'ioSpecification')
    .reduce((sum, specification) => sum + files.childrenOf(specification, name).length, 0)

/** The data and sets of called elements that have any, by what they are made of. */
const interfaces = once((files) => {
  const signatures = new Map<XmlElement, Set<string>>()
  for (const called of calledElements(files)) {
    const all = ['dataInput', 'dataOutput', 'inputSet', 'outputSet'].flatMap((name) =>
      specified(called, name, files),
    )
    if (all.length > 0) signatures.set(called, new Set(all.map((one) => signature(one, files))))
  }
  return signatures
})

/** What a data input, output or set is made of, whatever the order. */
function signature(data: XmlElement, files: BpmnFiles): string {
  if (!data.name.endsWith('Set')) return `${data.name} ${itemKey(itemOf(data, files))}`
  const refs = data.name === 'inputSet' ? 'dataInputRefs' : 'dataOutputRefs'
  const items = files.followAll(data, refs).map((one) => itemKey(itemOf(one, files)))
  return `${data.name} ${items.sort().join(' ')}`
}

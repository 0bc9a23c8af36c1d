import type { BpmnFiles } from '../bpmn-files.ts'
import type { XmlElement } from '../document/xml-element.ts'
import { catchEvents, throwEvents } from './element-kinds.ts'
import { isExecuted, once } from './facts.ts'

const triggers = [
  ...(['message', 'timer', 'error', 'escalation', 'cancel'] as const),
  ...(['compensate', 'conditional', 'link', 'signal', 'terminate'] as const),
]
export type Trigger = (typeof triggers)[number]

const suffix = 'EventDefinition'
/** Local names of all event definitions. */
export const definitionNames = triggers.map((trigger) => `${trigger}${suffix}`)

interface Definitions {
  readonly all: readonly XmlElement[]
  readonly triggers: ReadonlySet<string>
}

/** What was found out about events so far: rules ask for it again and again, of events that others lead to too. */
const known = once(() => new Map<XmlElement, Definitions>())

function definitions(event: XmlElement, files: BpmnFiles): Definitions {
  const before = known(files).get(event)
  if (before !== undefined) return before
  const inside = event.children.filter(({ name }) => name.endsWith(suffix))
  const all = [...inside, ...files.followAll(event, 'eventDefinitionRef')]
  const found = { all, triggers: new Set(all.map(triggerOf)) }
  known(files).set(event, found)
  return found
}

/** Definitions inside an event, then the reusable ones it refers to, each in their order. §10.5.1 */
export const definitionsOf = (event: XmlElement, files: BpmnFiles): readonly XmlElement[] =>
  definitions(event, files).all

export const triggersOf = (event: XmlElement, files: BpmnFiles): ReadonlySet<string> =>
  definitions(event, files).triggers

/** Without any it is a none event; a reference that leads nowhere counts as one. */
export const hasDefinition = (event: XmlElement, files: BpmnFiles): boolean =>
  definitionsOf(event, files).length + files.childrenOf(event, 'eventDefinitionRef').length > 0

export const triggerOf = ({ name }: XmlElement): string => name.slice(0, -suffix.length)

/** Reusable definitions that some event of an executable process refers to. */
const executedDefinitions = once((files) => {
  const events = [...catchEvents, ...throwEvents].flatMap((name) => files.all(name)).filter(isExecuted)
  return new Set(events.flatMap((event) => files.followAll(event, 'eventDefinitionRef')))
})

export const isDefinitionExecuted = (definition: XmlElement, files: BpmnFiles): boolean =>
  isExecuted(definition) || executedDefinitions(files).has(definition)

import { attributeOf, type Drawn, extensionsOf, listOf } from './read-drawing.ts'

export interface DrawnMessage {
  readonly name: string
  /** The FEEL text after its "=". */
  readonly key: string
}

/** The message an event or receive task refers to. */
export function messageOf(element: Drawn | undefined): DrawnMessage | undefined {
  const definition = listOf(element, 'eventDefinitions').find(
    ({ $type }) => $type === 'bpmn:MessageEventDefinition',
  )
  const [message] = listOf(definition ?? element, 'messageRef')
  const name = attributeOf(message, 'name')
  if (name === undefined) return undefined
  const key = attributeOf(extensionsOf(message, 'subscription')[0], 'correlationKey') ?? ''
  return { name, key: key.replace(/^=\s*/, '') }
}

import { BpmnModdle } from 'bpmn-moddle'

/** An element as the file has it: attributes of the standard as properties, all others in `$attrs`. */
export interface Drawn {
  readonly $type: string
  readonly $attrs: Readonly<Record<string, string>>
  readonly $parent?: Drawn
  readonly id?: string
  readonly [property: string]: unknown
}

export interface Drawing {
  readonly elements: Readonly<Record<string, Drawn>>
  readonly ofType: (type: string) => readonly Drawn[]
}

/** Reads a file with the plain standard only, on purpose apart from the engine's own reading. */
export async function readDrawing(xml: string): Promise<Drawing> {
  const read = await new BpmnModdle().fromXML(xml, { lax: true })
  // moddle also answers with all elements by id, of which the engine's declaration of it does not speak.
  const { elementsById: elements } = read as unknown as { elementsById: Record<string, Drawn> }
  return { elements, ofType: (type) => Object.values(elements).filter(({ $type }) => $type === type) }
}

/** A property that holds elements: all of them; none when the file has none. */
export function listOf(drawn: Drawn | undefined, property: string): readonly Drawn[] {
  const value = drawn?.[property]
  if (value === undefined) return []
  // moddle puts elements, or a list of them, under these names.
  return (Array.isArray(value) ? value : [value]) as readonly Drawn[]
}

/** The extension elements of that local name, whatever the prefix. */
export function extensionsOf(drawn: Drawn | undefined, localName: string): readonly Drawn[] {
  const [holder] = listOf(drawn, 'extensionElements')
  return listOf(holder, 'values').filter(({ $type }) => $type.split(':').at(-1) === localName)
}

/** An attribute of an extension element, which the plain standard doesn't know. */
export const attributeOf = (drawn: Drawn | undefined, name: string): string | undefined => {
  const value = drawn?.[name] ?? drawn?.$attrs[name]
  return typeof value === 'string' ? value : undefined
}

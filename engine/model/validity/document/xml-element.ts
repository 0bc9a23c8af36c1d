/** Namespaces the standard's schemas define; everything else is `other`. */
export type Namespace = 'bpmn' | 'bpmndi' | 'di' | 'dc' | 'other'

export interface XmlElement {
  readonly namespace: Namespace
  /** Local name, `startEvent`. */
  readonly name: string
  /** By name as written; those of XML Schema instances begin with `xsi:` whatever the file calls them. */
  readonly attributes: ReadonlyMap<string, string>
  readonly parent: XmlElement | null
  readonly children: readonly XmlElement[]
  /** The text directly inside, without that of children. */
  readonly text: string
  /** Line of its tag's beginning, the first is 1. */
  readonly line: number
}

export const attribute = (element: XmlElement, name: string): string | null =>
  element.attributes.get(name)?.trim() ?? null

export const flag = (element: XmlElement, name: string, byDefault = false): boolean => {
  const value = attribute(element, name)
  return value === null ? byDefault : value === 'true' || value === '1'
}

/** Its own id, '' without one. */
export const idOf = (element: XmlElement): string => attribute(element, 'id') ?? ''

export const childrenNamed = (element: XmlElement, ...names: readonly string[]): XmlElement[] =>
  element.children.filter((child) => child.namespace === 'bpmn' && names.includes(child.name))

/** The nearest element of this name around it, or itself. */
export function nearest(element: XmlElement | null, ...names: readonly string[]): XmlElement | null {
  for (let at = element; at !== null; at = at.parent) if (names.includes(at.name)) return at
  return null
}

/** The namespace a prefix stands for at this element, '' for the default one; null when it is not declared. */
export function namespaceOfPrefix(element: XmlElement, prefix: string): string | null {
  const declaration = prefix === '' ? 'xmlns' : `xmlns:${prefix}`
  for (let at: XmlElement | null = element; at !== null; at = at.parent) {
    const namespace = at.attributes.get(declaration)
    if (namespace !== undefined) return namespace
  }
  return null
}

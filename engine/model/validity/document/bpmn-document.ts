import { attribute, idOf, type XmlElement } from './xml-element.ts'

/** One file of a model. */
export interface BpmnDocument {
  /** As it was imported; '' for the file that was asked about. */
  readonly location: string
  /** Its `definitions`. */
  readonly root: XmlElement
  readonly targetNamespace: string
  /** Elements of the standard's namespaces, outside of extensions, in the order of the file. */
  readonly elements: readonly XmlElement[]
  /** The first element of each id. */
  readonly ids: ReadonlyMap<string, XmlElement>
}

export function bpmnDocument(location: string, root: XmlElement): BpmnDocument {
  const elements: XmlElement[] = []
  collect(root, elements)
  const ids = new Map<string, XmlElement>()
  for (const element of elements) if (!ids.has(idOf(element))) ids.set(idOf(element), element)
  ids.delete('')
  return { location, root, targetNamespace: attribute(root, 'targetNamespace') ?? '', elements, ids }
}

/** What is inside `extensionElements`, documentation or a script belongs to others. */
const opaque = new Set(['extensionElements', 'documentation', 'script', 'text', 'extension'])

/** The scan before reading bounds the depth. */
function collect(element: XmlElement, into: XmlElement[]): void {
  if (element.namespace === 'other') return
  into.push(element)
  if (opaque.has(element.name)) return
  for (const child of element.children) collect(child, into)
}

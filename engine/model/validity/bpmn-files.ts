import type { BpmnDocument } from './document/bpmn-document.ts'
import type { Loaded } from './document/load-documents.ts'
import { attribute, namespaceOfPrefix, type XmlElement } from './document/xml-element.ts'
import { FlowIndex } from './flow-index.ts'
import { group } from './group.ts'
import type { ElementType } from './schema/schema.ts'

/** An element that a reference names; `unknown` when the file it is in was not read, `undeclared` when its prefix is not. */
export type Referred = XmlElement | 'unknown' | 'undeclared' | null

const none: readonly XmlElement[] = []

/** All files of a model with what rules ask about them. Every question costs about the same, however large the files. */
export class BpmnFiles {
  readonly documents: readonly BpmnDocument[]
  readonly flows: FlowIndex
  private readonly unknownNamespaces: ReadonlySet<string>
  private readonly documentOf = new Map<XmlElement, BpmnDocument>()
  private readonly byNamespace = new Map<string, BpmnDocument[]>()
  private readonly byName = new Map<string, XmlElement[]>()
  private readonly inside = new Map<XmlElement, Map<string, XmlElement[]>>()
  private readonly types: ReadonlyMap<XmlElement, ElementType>

  constructor({ documents, unknownNamespaces }: Loaded, types: ReadonlyMap<XmlElement, ElementType>) {
    this.documents = documents
    this.unknownNamespaces = unknownNamespaces
    this.types = types
    for (const document of documents) {
      this.documentOf.set(document.root, document)
      group(this.byNamespace, document.targetNamespace, document)
      for (const element of document.elements) {
        if (element.namespace === 'bpmn') group(this.byName, element.name, element)
      }
    }
    this.flows = new FlowIndex(this)
  }

  /** Elements of BPMN with this local name, in the order of the files. */
  all(name: string): readonly XmlElement[] {
    return this.byName.get(name) ?? []
  }

  /** Children of this local name. */
  childrenOf(parent: XmlElement, name: string): readonly XmlElement[] {
    if (parent.children.length === 0) return none
    let known = this.inside.get(parent)
    if (known === undefined) {
      known = new Map()
      for (const child of parent.children) if (child.namespace === 'bpmn') group(known, child.name, child)
      this.inside.set(parent, known)
    }
    return known.get(name) ?? none
  }

  /** Whether an element is of a schema type or of one that extends it. */
  is(element: XmlElement, ...types: readonly string[]): boolean {
    const kinds = this.types.get(element)?.kinds
    return kinds !== undefined && types.some((type) => kinds.has(type))
  }

  fileOf(element: XmlElement): BpmnDocument | undefined {
    let root = element
    while (root.parent !== null) root = root.parent
    return this.documentOf.get(root)
  }

  /** What an id of the same file names. */
  inFile(from: XmlElement, id: string): XmlElement | null {
    return this.fileOf(from)?.ids.get(id) ?? null
  }

  /** What a qualified name refers to. Without prefix it means this file, as all tools write it. */
  named(from: XmlElement, name: string): Referred {
    const colon = name.indexOf(':')
    if (colon === -1) return this.inFile(from, name)
    const namespace = namespaceOfPrefix(from, name.slice(0, colon))
    if (namespace === null) return 'undeclared'
    const id = name.slice(colon + 1)
    for (const { ids } of this.byNamespace.get(namespace) ?? []) {
      const found = ids.get(id)
      if (found !== undefined) return found
    }
    return this.unknownNamespaces.has(namespace) ? 'unknown' : null
  }

  /** The element that an attribute refers to, null when there is none. */
  follow(from: XmlElement, attributeName: string): XmlElement | null {
    const name = attribute(from, attributeName)
    return name === null ? null : this.element(from, name)
  }

  /** The elements that children of this name refer to. */
  followAll(from: XmlElement, childName: string): XmlElement[] {
    return this.childrenOf(from, childName).flatMap((child) => this.element(child, child.text.trim()) ?? [])
  }

  /** The element that the first child of this name refers to. */
  followFirst(from: XmlElement, childName: string): XmlElement | null {
    const [child] = this.childrenOf(from, childName)
    return child === undefined ? null : this.element(child, child.text.trim())
  }

  private element(from: XmlElement, name: string): XmlElement | null {
    const found = this.named(from, name)
    return typeof found === 'string' ? null : found
  }
}

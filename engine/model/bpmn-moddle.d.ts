/** The parts of bpmn-moddle that are used; the package has no declarations of its own entry. */
declare module 'bpmn-moddle' {
  import type { ModdleNode } from './moddle-node.ts'

  export interface ImportWarning {
    readonly message: string
    /** The element that holds the unresolved reference or unknown attribute. */
    readonly element?: ModdleNode
    readonly property?: string
    readonly value?: string
  }

  export class BpmnModdle {
    constructor(packages?: Record<string, unknown>)
    /**
     * Rejects with an Error when the text is no BPMN document at all, and unless `lax` also when a part of it is not
     * understood.
     */
    fromXML(xml: string, options: { readonly lax: boolean }): Promise<Imported>
  }

  export interface Imported {
    readonly rootElement: ModdleNode
    readonly warnings: readonly ImportWarning[]
    readonly elementsById: Readonly<Record<string, ModdleNode>>
  }
}

import type { BpmnFiles } from './bpmn-files.ts'
import type { XmlElement } from './document/xml-element.ts'

/** One sentence of the standard. */
export interface Rule {
  /** Stable, snake_case. */
  readonly code: string
  /** Section of OMG BPMN 2.0.2 (formal/2013-12-09) that states it. */
  readonly section: string
  /** Local names of the elements it is about. */
  readonly about: readonly string[]
  readonly remedy: string
  /** Why this element does not keep it, null when it does. */
  readonly breach: (element: XmlElement, files: BpmnFiles) => string | null
}

import type { XmlElement } from './document/xml-element.ts'

/** A rule that is not kept, and where. */
export interface Breach {
  readonly code: string
  readonly at: XmlElement
  readonly message: string
  readonly remedy: string
  /** Section of OMG BPMN 2.0.2. */
  readonly section: string
}

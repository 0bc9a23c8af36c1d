import type { Breach } from './breach.ts'
import type { BpmnDocument } from './document/bpmn-document.ts'
import { idOf, type XmlElement } from './document/xml-element.ts'

/**
 * An id identifies one element: of all in its file, and for what is not drawing also among the files that import each
 * other. §8.3.1
 */
export function checkIds(documents: readonly BpmnDocument[]): Breach[] {
  const breaches: Breach[] = []
  const ofModel = new Map<string, BpmnDocument>()
  for (const document of documents) {
    for (const element of document.elements) {
      const id = idOf(element)
      if (id === '') continue
      if (document.ids.get(id) !== element) breaches.push(duplicate(element, id, 'this file'))
      else if (element.namespace === 'bpmn') {
        const other = ofModel.get(id)
        if (other === undefined) ofModel.set(id, document)
        else breaches.push(duplicate(element, id, other.location || 'the file that imports this one'))
      }
    }
  }
  return breaches
}

const duplicate = (at: XmlElement, id: string, where: string): Breach => ({
  code: 'duplicate_id',
  at,
  message: `The id ${id} of this ${at.name} is used before in ${where}.`,
  remedy: 'Give every element an id of its own.',
  section: '8.3.1',
})

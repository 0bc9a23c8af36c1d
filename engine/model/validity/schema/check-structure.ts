import type { BpmnDocument } from '../document/bpmn-document.ts'
import type { XmlElement } from '../document/xml-element.ts'
import { checkAttributes } from './check-attributes.ts'
import { checkChildren } from './check-children.ts'
import { badValue, checkValue, type Finding } from './finding.ts'
import { type ElementType, typeNamed, typeOfElement } from './schema.ts'

/** Compares a file with the standard's schemas: which elements and attributes stand where, how often, with what values. */
export function checkStructure({ root }: BpmnDocument): Finding {
  const found: Finding = { breaches: [], references: [], types: new Map() }
  walk(root, typeOfElement('definitions'), found)
  return found
}

function walk(element: XmlElement, expected: ElementType | null, found: Finding): void {
  const type = typeWritten(element, expected, found)
  if (type === null) return
  found.types.set(element, type)
  checkAttributes(element, type, found)
  if (type.open) return
  for (const { child, declaration } of checkChildren(element, type, found)) {
    const inside = declaration.type
    if (inside === null) walk(child, typeOfElement(child.name), found)
    else if (typeof inside === 'string') walk(child, typeNamed(inside), found)
    else checkValue(child, child.name, child.text.trim(), inside, found)
  }
}

/** `xsi:type` may name a type that extends the expected one. */
function typeWritten(element: XmlElement, expected: ElementType | null, found: Finding): ElementType | null {
  const written = element.attributes.get('xsi:type')?.trim()
  if (written === undefined || expected === null) return expected
  const type = typeNamed(written.slice(written.indexOf(':') + 1))
  if (type?.kinds.has(expected.name)) return type
  found.breaches.push(badValue(element, 'xsi:type', written, `a type that extends ${expected.name}`))
  return expected
}

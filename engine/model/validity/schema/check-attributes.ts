import type { Breach } from '../breach.ts'
import { modelNamespace } from '../document/read-xml.ts'
import { namespaceOfPrefix, type XmlElement } from '../document/xml-element.ts'
import { checkValue, type Finding } from './finding.ts'
import type { ElementType } from './schema.ts'

export function checkAttributes(element: XmlElement, type: ElementType, found: Finding): void {
  for (const [name, value] of element.attributes) {
    const declared = type.attributes.get(name)
    if (declared !== undefined) checkValue(element, name, value.trim(), declared.kind, found)
    else if (!isAllowed(name, element, type)) found.breaches.push(unknown(element, name))
  }
  for (const [name, { required }] of type.attributes) {
    if (required && !element.attributes.has(name)) found.breaches.push(missing(element, name))
  }
}

/** Namespace declarations and `xsi:` stand anywhere, attributes of others where the schema leaves room for them. */
function isAllowed(name: string, element: XmlElement, { foreign }: ElementType): boolean {
  const [prefix = '', local] = name.split(':')
  if (prefix === 'xmlns' || prefix === 'xsi' || prefix === 'xml') return true
  return foreign && local !== undefined && namespaceOfPrefix(element, prefix) !== modelNamespace
}

const unknown = (at: XmlElement, name: string): Breach => ({
  code: 'unknown_attribute',
  at,
  message: `${at.name} has no attribute ${name}.`,
  remedy: 'Remove it, or put it into a namespace of its own.',
  section: '8.3.3',
})

const missing = (at: XmlElement, name: string): Breach => ({
  code: 'missing_attribute',
  at,
  message: `${at.name} needs the attribute ${name}.`,
  remedy: `Add ${name}.`,
  section: '8.2.3',
})

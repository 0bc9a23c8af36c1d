import type { BpmnFiles, Referred } from './bpmn-files.ts'
import type { Breach } from './breach.ts'
import { namespaceOfPrefix } from './document/xml-element.ts'
import type { Reference } from './schema/finding.ts'

/** Each reference leads to an element of the type that is expected there. §8.2.3 */
export function checkReferences(references: readonly Reference[], files: BpmnFiles): Breach[] {
  return references.flatMap((reference) => {
    const found = lookUp(reference, files)
    if (found === 'undeclared') return [undeclared(reference)]
    if (reference.types.length === 0 || found === 'unknown') return []
    if (found === null) return mayBeElsewhere(reference, files) ? [] : [unresolved(reference)]
    return files.is(found, ...reference.types) ? [] : [wrongType(reference, found.name)]
  })
}

const lookUp = ({ from, value, within }: Reference, files: BpmnFiles): Referred =>
  within === 'file' ? files.inFile(from, value) : files.named(from, value)

/** A data type may be one of another language, `xsd:string` for instance: item definitions only wrap these. §8.4.10 */
function mayBeElsewhere({ from, value, types, mustExist }: Reference, files: BpmnFiles): boolean {
  if (!mustExist) return true
  const colon = value.indexOf(':')
  if (colon === -1 || !types.includes('tItemDefinition')) return false
  const namespace = namespaceOfPrefix(from, value.slice(0, colon))
  return files.documents.every(({ targetNamespace }) => targetNamespace !== namespace)
}

const section = '8.2.3'

const undeclared = ({ from, name, value }: Reference): Breach => ({
  code: 'undeclared_prefix',
  at: from,
  message: `${name} of ${from.name} is ${value}, whose prefix stands for no namespace.`,
  remedy: 'Declare the prefix with xmlns, or remove it.',
  section,
})

const unresolved = ({ from, name, value }: Reference): Breach => ({
  code: 'unresolved_reference',
  at: from,
  message: `${name} of ${from.name} refers to ${value}, which is nowhere.`,
  remedy: 'Add the missing element, import its file or correct the reference.',
  section,
})

const wrongType = ({ from, name, value, types }: Reference, found: string): Breach => ({
  code: 'wrong_reference',
  at: from,
  message: `${name} of ${from.name} refers to ${value}, which is a ${found}; expected ${types.map(spoken).join(', ')}.`,
  remedy: 'Refer to an element of the expected kind.',
  section,
})

const spoken = (type: string): string => type.replace(/^t([A-Z])/, (_, first: string) => first.toLowerCase())

import type { Imported } from 'bpmn-moddle'
import { isModdleNode, type ModdleNode } from './moddle-node.ts'

/**
 * References are qualified names: `tns:order` means the element `order`. The parser looks for the whole text, so those with
 * a prefix are resolved here; what is left of the warnings is returned.
 */
export function resolveReferences({ warnings, elementsById }: Imported): Imported['warnings'] {
  return warnings.filter(({ message, element, property, value }) => {
    if (!message.startsWith('unresolved reference') || !element || !property || !value) return true
    const target = elementsById[value.slice(value.indexOf(':') + 1)] ?? undeclared(property, value)
    if (!isModdleNode(target)) return true
    const known = element.get(property)
    if (Array.isArray(known)) known.push(target)
    else element.set(property, target)
    return false
  })
}

/** What a loop runs over and collects may be a variable that no one has declared as data. */
const undeclared = (property: string, id: string): ModdleNode | undefined =>
  /:?loopData(Input|Output)Ref$/.test(property)
    ? { $type: 'bpmn:Property', get: (name) => (name === 'id' ? id : undefined), set: () => {} }
    : undefined

import type { Breach } from '../breach.ts'
import type { XmlElement } from '../document/xml-element.ts'
import type { Finding } from './finding.ts'
import { type ElementType, namespaceOfChild } from './schema.ts'
import type { DeclaredChild } from './schema-text.ts'

interface Placed {
  readonly child: XmlElement
  readonly declaration: DeclaredChild
}

/** Reports children that may not stand here, not so often or not in this order; gives back those the schema knows. */
export function checkChildren(element: XmlElement, type: ElementType, found: Finding): Placed[] {
  const placed: Placed[] = []
  const counts = new Map<DeclaredChild, number>()
  let reached = 0
  for (const child of element.children) {
    const place = type.places.get(child.name)
    const declaration = type.children[place ?? -1]
    if (
      place === undefined ||
      declaration === undefined ||
      child.namespace !== namespaceOfChild(child.name, type)
    ) {
      found.breaches.push(unknown(child))
      continue
    }
    if (place < reached) found.breaches.push(misplaced(child))
    reached = Math.max(reached, place)
    const count = (counts.get(declaration) ?? 0) + 1
    counts.set(declaration, count)
    if (count === declaration.most + 1) found.breaches.push(tooMany(child, declaration))
    placed.push({ child, declaration })
  }
  for (const declaration of type.children) {
    if ((counts.get(declaration) ?? 0) < declaration.least) found.breaches.push(missing(element, declaration))
  }
  if (!type.mixed && element.text.trim() !== '') found.breaches.push(strayText(element))
  checkChoice(placed, type, found)
  return placed
}

function checkChoice(placed: readonly Placed[], { choice }: ElementType, found: Finding): void {
  const present = new Set(placed.map(({ child }) => child.name).filter((name) => choice.includes(name)))
  // A resource and the values of its parameters are one choice. §10.3.1
  if (present.has('resourceRef')) present.delete('resourceParameterBinding')
  const last = placed.findLast(({ child }) => present.has(child.name))
  if (present.size > 1 && last !== undefined) found.breaches.push(severalChosen(last.child, [...present]))
}

const section = '8.2.3'

const unknown = (at: XmlElement): Breach => ({
  code: 'unknown_element',
  at,
  message: `${at.name} may not stand inside ${at.parent?.name}.`,
  remedy: 'Remove it, or put elements of others into extensionElements.',
  section,
})

const misplaced = (at: XmlElement): Breach => ({
  code: 'misplaced_element',
  at,
  message: `${at.name} stands too late inside ${at.parent?.name}.`,
  remedy: 'Put it before the elements that follow it in the schema of the standard.',
  section,
})

const tooMany = (at: XmlElement, { most }: DeclaredChild): Breach => ({
  code: 'repeated_element',
  at,
  message: `${at.parent?.name} has more than ${most} ${at.name}.`,
  remedy: 'Remove the others.',
  section,
})

const missing = (at: XmlElement, { name, least }: DeclaredChild): Breach => ({
  code: 'missing_element',
  at,
  message: `${at.name} needs ${least === 1 ? 'an element' : `${least} elements`} ${name}.`,
  remedy: `Add ${name}.`,
  section,
})

const severalChosen = (at: XmlElement, present: readonly string[]): Breach => ({
  code: 'mutually_exclusive_elements',
  at,
  message: `${at.parent?.name} has ${present.join(' and ')}, only one of them may be given.`,
  remedy: 'Keep the one that is meant.',
  section,
})

const strayText = (at: XmlElement): Breach => ({
  code: 'stray_text',
  at,
  message: `There is text directly inside ${at.name}, which holds elements only.`,
  remedy: 'Remove it, or put it into documentation.',
  section,
})

import type { Problem } from '../problem.ts'
import { readTag } from './xml-tags.ts'

/** Two million characters: a hundred times a large diagram. */
export const maxCharacters = 2_000_000
export const maxDepth = 50
/** XML elements, shapes and way points included. */
export const maxXmlElements = 60_000

/**
 * Looks through a file before a parser sees it, in one pass and without building anything, so that a hostile file
 * costs milliseconds. Null when it may be parsed.
 */
export function scanXml(xml: string): Problem | null {
  if (xml.length > maxCharacters) return tooLarge(xml.length)
  let position = xml.indexOf('<')
  let depth = 0
  let elements = 0
  while (position !== -1) {
    const tag = readTag(xml, position)
    if (tag.kind === 'doctype') return doctype
    if (tag.kind === 'open') depth += 1
    if (tag.kind === 'close') depth -= 1
    if (tag.kind === 'open' || tag.kind === 'single') elements += 1
    if (depth > maxDepth) return tooDeep
    if (elements > maxXmlElements) return tooManyXmlElements
    position = xml.indexOf('<', tag.end)
  }
  return null
}

const tooLarge = (characters: number): Problem => ({
  code: 'too_large',
  element: '',
  message: `The file has ${characters} characters, at most ${maxCharacters} are read.`,
  remedy: 'Split the diagram: call parts of it with call activities.',
})

const doctype: Problem = {
  code: 'xml_doctype',
  element: '',
  message: 'The file declares a document type or an entity (<!…>); a BPMN file has none.',
  remedy: 'Remove the <!DOCTYPE …> declaration.',
}

const tooDeep: Problem = {
  code: 'too_deep',
  element: '',
  message: `Elements are nested deeper than ${maxDepth} levels.`,
  remedy: 'Move inner sub-processes into processes of their own and call them.',
}

const tooManyXmlElements: Problem = {
  code: 'too_many_elements',
  element: '',
  message: `The file has more than ${maxXmlElements} XML elements.`,
  remedy: 'Split the diagram: call parts of it with call activities.',
}

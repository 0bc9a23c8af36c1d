import type { Problem } from '../problem.ts'

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

interface Tag {
  readonly kind: 'doctype' | 'open' | 'close' | 'single' | 'other'
  /** Where to go on reading. */
  readonly end: number
}

function readTag(xml: string, start: number): Tag {
  if (xml.startsWith('<!--', start)) return { kind: 'other', end: after(xml, '-->', start + 4) }
  if (xml.startsWith('<![CDATA[', start)) return { kind: 'other', end: after(xml, ']]>', start + 9) }
  if (xml.startsWith('<!', start)) return { kind: 'doctype', end: xml.length }
  if (xml.startsWith('<?', start)) return { kind: 'other', end: after(xml, '?>', start + 2) }
  if (xml.startsWith('</', start)) return { kind: 'close', end: after(xml, '>', start + 2) }
  const end = endOfOpenTag(xml, start + 1)
  return { kind: xml[end - 2] === '/' ? 'single' : 'open', end }
}

/** A `>` within quotes does not end the tag. */
function endOfOpenTag(xml: string, from: number): number {
  let quote = ''
  for (let at = from; at < xml.length; at += 1) {
    const character = xml[at]
    if (quote !== '') quote = character === quote ? '' : quote
    else if (character === '"' || character === "'") quote = character
    else if (character === '>') return at + 1
  }
  return xml.length
}

function after(xml: string, end: string, from: number): number {
  const found = xml.indexOf(end, from)
  return found === -1 ? xml.length : found + end.length
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

export interface XmlTag {
  readonly kind: 'doctype' | 'open' | 'close' | 'single' | 'other'
  /** Where to go on reading. */
  readonly end: number
}

/** Reads the tag, comment or section that begins with the `<` at `start`. Never looks at a character twice. */
export function readTag(xml: string, start: number): XmlTag {
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

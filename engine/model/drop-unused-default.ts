import { readTag } from './xml-tags.ts'

/**
 * Without the root's default namespace when another prefix stands for the same one and nothing is written without prefix. The
 * parser takes the prefix off attributes of the default namespace and then knows them no more; in XML an attribute without
 * prefix is in no namespace at all.
 */
export function dropUnusedDefault(xml: string): string {
  const root = rootTag(xml)
  const [declaration, , namespace] = /\sxmlns\s*=\s*(["'])([^"'<>]*)\1/.exec(root) ?? []
  if (declaration === undefined || namespace === undefined) return xml
  const prefixed = [...root.matchAll(/\sxmlns:[\w.-]+\s*=\s*["']([^"'<>]*)["']/g)].map(([, other]) => other)
  if (!prefixed.includes(namespace) || hasUnprefixed(xml)) return xml
  return xml.replace(root, root.replace(declaration, ''))
}

function rootTag(xml: string): string {
  for (const { kind, text } of tagsOf(xml)) if (kind === 'open') return text
  return ''
}

function hasUnprefixed(xml: string): boolean {
  for (const { kind, text } of tagsOf(xml))
    if ((kind === 'open' || kind === 'single') && !/^<[\w.-]+:/.test(text)) return true
  return false
}

function* tagsOf(xml: string) {
  for (let at = xml.indexOf('<'); at !== -1; ) {
    const { kind, end } = readTag(xml, at)
    yield { kind, text: xml.slice(at, end) }
    at = xml.indexOf('<', end)
  }
}

import { nodeTypes } from '../../engine/model/node-type.ts'

/** Elements that the schema lets go without an id and that an engine must call something. */
const named: ReadonlySet<string> = new Set(
  ['SequenceFlow', ...nodeTypes].map((type) => type[0]!.toLowerCase() + type.slice(1)),
)

const TAG = /(<(?:[\w.-]+:)?)(\w+)((?:\s+[\w:.-]+\s*=\s*(?:"[^"]*"|'[^']*'))*)(\s*\/?>)/g
const REFERENCE = /(\s(?:id|\w+Ref|default)\s*=\s*)(["'])\s*([^"']*?)\s*\2/g

/**
 * What the XML Schema of BPMN says and a parser without it can't know: white space around ids means nothing, ids are
 * optional, references may carry the prefix of the file's own namespace.
 */
export function normaliseXml(xml: string): string {
  const declared = new Set([...xml.matchAll(/\sid\s*=\s*["']\s*([^"']+?)\s*["']/g)].map(([, id]) => id!))
  let made = 0
  return xml.replaceAll(TAG, (tag, open: string, name: string, attributes: string, close: string) => {
    const clean = attributes.replaceAll(
      REFERENCE,
      (_, before: string, quote: string, value: string) =>
        `${before}${quote}${withoutPrefix(value, declared)}${quote}`,
    )
    const unnamed = named.has(name) && !/\sid\s*=/.test(clean)
    if (clean === attributes && !unnamed) return tag
    return `${open}${name}${unnamed ? ` id="unnamed-${++made}"` : ''}${clean}${close}`
  })
}

/** `tns:invoice`, where `invoice` is declared in this file. */
function withoutPrefix(value: string, declared: ReadonlySet<string>): string {
  const local = /^[\w.-]+:([\w.-]+)$/.exec(value)?.[1]
  return local !== undefined && declared.has(local) && !declared.has(value) ? local : value
}

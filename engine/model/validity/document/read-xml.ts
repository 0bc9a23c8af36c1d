import { Parser, type SaxElement } from 'saxen'
import { fail, ok, type Result } from '../../../result.ts'
import { readTag } from '../../xml-tags.ts'
import type { Namespace, XmlElement } from './xml-element.ts'

export const modelNamespace = 'http://www.omg.org/spec/BPMN/20100524/MODEL'
const prefixes = {
  [modelNamespace]: 'bpmn',
  'http://www.omg.org/spec/BPMN/20100524/DI': 'bpmndi',
  'http://www.omg.org/spec/DD/20100524/DI': 'di',
  'http://www.omg.org/spec/DD/20100524/DC': 'dc',
  'http://www.w3.org/2001/XMLSchema-instance': 'xsi',
  'http://www.w3.org/XML/1998/namespace': 'xml',
}
const known: ReadonlySet<string> = new Set(['bpmn', 'bpmndi', 'di', 'dc'])

interface Growing extends XmlElement {
  children: Growing[]
  text: string
}

/** The file as a tree with line numbers, or why it is not well-formed XML. Linear in its length. */
export function readXml(xml: string): Result<XmlElement, string> {
  const lines = openTagLines(xml)
  const faults: string[] = []
  const roots: Growing[] = []
  const open: Growing[] = []
  const parser = new Parser({ proxy: true }).ns(prefixes)
  parser.on('openTag', (tag, decode) => {
    const parent = open.at(-1)
    const element = newElement(tag, decode, parent ?? null, lines.next().value ?? 1)
    const siblings = parent?.children ?? roots
    siblings.push(element)
    open.push(element)
  })
  parser.on('closeTag', () => {
    open.pop()
  })
  const addText = (text: string) => {
    const around = open.at(-1)
    if (around !== undefined) around.text += text
  }
  parser.on('text', (text, decode) => addText(decode(text)))
  parser.on('cdata', addText)
  parser.on('error', ({ message }) => faults.push(message))
  parser.on('warn', ({ message }) => faults.push(message))
  parser.parse(xml)
  const [root] = roots
  if (faults[0] !== undefined || root === undefined) return fail(faults[0] ?? 'no element at all')
  return ok(root)
}

function newElement(
  { name, attrs }: SaxElement,
  decode: (text: string) => string,
  parent: Growing | null,
  line: number,
): Growing {
  const colon = name.indexOf(':')
  const prefix = name.slice(0, Math.max(colon, 0))
  return {
    namespace: known.has(prefix) ? (prefix as Namespace) : 'other', // `known` holds Namespaces only
    name: name.slice(colon + 1),
    attributes: new Map(Object.entries(attrs || {}).map(([key, value]) => [key, decode(value)])),
    parent,
    children: [],
    text: '',
    line,
  }
}

/** The line of each opening tag in turn. The parser itself would count from the beginning of the file each time. */
function* openTagLines(xml: string): Generator<number, undefined> {
  let line = 1
  let newline = xml.indexOf('\n')
  for (let at = xml.indexOf('<'); at !== -1; ) {
    const { kind, end } = readTag(xml, at)
    if (kind === 'open' || kind === 'single') {
      for (; newline !== -1 && newline < at; newline = xml.indexOf('\n', newline + 1)) line += 1
      yield line
    }
    at = xml.indexOf('<', end)
  }
}

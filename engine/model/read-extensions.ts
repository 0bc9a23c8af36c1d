import { isModdleNode, localTypeOf, type ModdleNode, nodeOf } from './moddle-node.ts'
import type { Extended, Extension, ForeignAttribute, Vocabulary } from './model.ts'

const vocabularies: ReadonlyMap<string, Vocabulary> = new Map([
  ['http://camunda.org/schema/zeebe/1.0', 'zeebe'],
  ['http://camunda.org/schema/1.0/bpmn', 'camunda'],
  ['http://activiti.org/bpmn', 'camunda'],
  ['http://flowable.org/bpmn', 'camunda'],
  ['http://www.camunda.com/fox', 'camunda'],
])

/** What vendors' namespaces say about an element. Namespaces nobody runs (colours, simulation, …) are left out. */
export function readExtended(node: ModdleNode, prefixes: Prefixes): Extended {
  const container = nodeOf(node, 'extensionElements')
  const values: unknown = container?.get('values')
  const children = Array.isArray(values) ? values.filter(isModdleNode) : []
  const attributes = [node, ...expressionsOf(node)].flatMap((part) => readForeign(part, prefixes))
  return { extensions: readAll(children), foreignAttributes: attributes }
}

/** An expression has no place of its own in the model: what vendors say there counts for the element it belongs to. */
const expressionsOf = (node: ModdleNode): ModdleNode[] =>
  Object.values(node)
    .filter(isModdleNode)
    .filter((part) => ['Expression', 'FormalExpression'].includes(localTypeOf(part)))

/** Vocabulary by namespace prefix of the document. */
export type Prefixes = ReadonlyMap<string, Vocabulary>

/** Prefixes that the root element declares for vocabularies we know. */
export function readPrefixes(definitions: ModdleNode): Prefixes {
  const prefixes = new Map<string, Vocabulary>()
  for (const [name, uri] of Object.entries(definitions.$attrs ?? {})) {
    const vocabulary = typeof uri === 'string' ? vocabularies.get(uri) : undefined
    if (vocabulary !== undefined && name.startsWith('xmlns:')) prefixes.set(name.slice(6), vocabulary)
  }
  return prefixes
}

const readAll = (nodes: readonly ModdleNode[]): Extension[] =>
  nodes.map(readExtension).filter((found) => found !== null)

function readExtension(node: ModdleNode): Extension | null {
  const namespace = node.$descriptor?.ns
  const vocabulary = vocabularies.get(namespace?.uri ?? '')
  if (vocabulary === undefined || namespace === undefined) return null
  return {
    vocabulary,
    name: namespace.localName,
    attributes: readAttributes(node),
    children: readAll(node.$children ?? []),
    body: node.$body?.trim() ?? '',
  }
}

function readAttributes(node: ModdleNode): ReadonlyMap<string, string> {
  const attributes = new Map<string, string>()
  for (const [name, value] of Object.entries(node)) {
    if (!name.startsWith('$') && typeof value === 'string') attributes.set(name, value)
  }
  return attributes
}

function readForeign(node: ModdleNode, prefixes: Prefixes): ForeignAttribute[] {
  const found: ForeignAttribute[] = []
  for (const [name, value] of Object.entries(node.$attrs ?? {})) {
    const [prefix = '', local = ''] = name.split(':')
    const vocabulary = prefixes.get(prefix)
    if (vocabulary !== undefined && typeof value === 'string') found.push({ vocabulary, name: local, value })
  }
  return found
}

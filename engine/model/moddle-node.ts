/** An element as the parser delivers it. Elements of unknown namespaces are generic: attributes are plain properties. */
export interface ModdleNode {
  readonly $type: string
  readonly $attrs?: Readonly<Record<string, unknown>>
  readonly $children?: readonly ModdleNode[]
  readonly $body?: string
  readonly $parent?: ModdleNode
  readonly $descriptor?: { readonly ns?: { readonly localName: string; readonly uri?: string } }
  get(property: string): unknown
  set(property: string, value: unknown): void
}

export const isModdleNode = (value: unknown): value is ModdleNode =>
  typeof value === 'object' && value !== null && '$type' in value && typeof value.$type === 'string'

/** Text of a property, '' when it is missing. */
export function textOf(node: ModdleNode, property: string): string {
  const value = node.get(property)
  return typeof value === 'string' ? value : ''
}

/** The single element a property holds or refers to. */
export function nodeOf(node: ModdleNode, property: string): ModdleNode | null {
  const value = node.get(property)
  return isModdleNode(value) ? value : null
}

/** The elements a property holds or refers to. */
export function nodesOf(node: ModdleNode, property: string): readonly ModdleNode[] {
  const value = node.get(property)
  return Array.isArray(value) ? value.filter(isModdleNode) : []
}

/** Id of the element a property refers to. */
export function referenceOf(node: ModdleNode, property: string): string | null {
  const target = nodeOf(node, property)
  return target === null ? null : textOf(target, 'id')
}

/** Text of an expression element, null without one. */
export function expressionOf(node: ModdleNode, property: string): string | null {
  const expression = nodeOf(node, property)
  return expression === null ? null : textOf(expression, 'body').trim()
}

/** `bpmn:UserTask` → `UserTask`. */
export const localTypeOf = (node: ModdleNode): string => node.$type.slice(node.$type.indexOf(':') + 1)

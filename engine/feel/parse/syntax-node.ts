/** A node of the parsed text; comments are left out. */
export interface SyntaxNode {
  /** Node name of the grammar, e.g. `ArithmeticExpression`, or the token itself, e.g. `(`. */
  readonly type: string
  readonly from: number
  readonly text: string
  readonly children: readonly SyntaxNode[]
  /** Nodes below and including this one: what one evaluation of it costs. */
  readonly size: number
}

/** The children of that type. */
export const childrenOf = (node: SyntaxNode, type: string): readonly SyntaxNode[] =>
  node.children.filter((child) => child.type === type)

/** The first child of that type. */
export const childOf = (node: SyntaxNode, type: string): SyntaxNode | undefined =>
  node.children.find((child) => child.type === type)

/** The child at a place that the grammar promises; negative counts from the end. */
export function childAt(node: SyntaxNode, index: number): SyntaxNode {
  const child = node.children.at(index)
  if (child === undefined)
    throw new Error(`${node.type} at ${node.from}: no child ${index} in "${node.text}"`)
  return child
}

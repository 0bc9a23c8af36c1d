import type { FlowNode, Model, Scope } from '../model/model.ts'
import type { NodeType } from '../model/node-type.ts'

/** One line of the diagram as a list: for readers who don't see the drawing. */
export interface OutlineEntry {
  readonly id: string
  /** BPMN kind without prefix. */
  readonly type: NodeType | 'Process'
  readonly name: string
  /** '' outside of lanes. */
  readonly lane: string
  readonly documentation: string
  /** 0 for a process, 1 for what lies in it, … */
  readonly depth: number
}

/** The diagram as an outline: processes with their elements, in the order in which the flow reaches them. */
export const describeDiagram = (model: Model): OutlineEntry[] =>
  model.processes.flatMap(({ id, name, documentation, inside }) => [
    { id, type: 'Process' as const, name, lane: '', documentation, depth: 0 },
    ...describeScope(inside, 1),
  ])

const describeScope = (scope: Scope, depth: number): OutlineEntry[] =>
  readingOrder(scope).flatMap((node) => [
    entry(node, depth),
    ...(node.inside === null ? [] : describeScope(node.inside, depth + 1)),
  ])

const entry = ({ id, type, name, lane, documentation }: FlowNode, depth: number): OutlineEntry => ({
  id,
  type,
  name,
  lane,
  documentation,
  depth,
})

/** Along the sequence flows from the start events; what no flow reaches comes last, in document order. */
function readingOrder(scope: Scope): FlowNode[] {
  const targets = followers(scope)
  const nodes = new Map(scope.nodes.map((node) => [node.id, node]))
  const ordered = new Set<FlowNode>()
  const starts = scope.nodes.filter(({ type }) => type === 'StartEvent')
  const queue = [...starts, ...scope.nodes].map(({ id }) => id)
  for (const first of queue) visit(first, nodes, targets, ordered)
  return [...ordered]
}

/** A boundary event follows the activity it is attached to. */
function followers(scope: Scope): ReadonlyMap<string, readonly string[]> {
  const targets = new Map<string, string[]>()
  const add = (from: string, to: string) => {
    const known = targets.get(from)
    if (known === undefined) targets.set(from, [to])
    else known.push(to)
  }
  for (const { source, target } of scope.flows) add(source, target)
  for (const { id, attachedTo } of scope.nodes) if (attachedTo !== '') add(attachedTo, id)
  return targets
}

/** Breadth first, so that branches stand side by side. */
function visit(
  first: string,
  nodes: ReadonlyMap<string, FlowNode>,
  targets: ReadonlyMap<string, readonly string[]>,
  ordered: Set<FlowNode>,
): void {
  const waiting = [first]
  for (const id of waiting) {
    const node = nodes.get(id)
    if (node === undefined || ordered.has(node)) continue
    ordered.add(node)
    waiting.push(...(targets.get(id) ?? []))
  }
}

import type { Extension, FlowNode } from '../model/model.ts'
import { compileDataMappings } from './compile-data.ts'
import type { Compiling } from './compiling.ts'
import { computed } from './compute.ts'
import { attribute, childrenNamed, findExtension } from './find-extension.ts'
import type { Mapping } from './process-graph.ts'
import { variablePath } from './variable-name.ts'

/** zeebe:ioMapping, after what data associations say. */
export function compileMappings(
  node: FlowNode,
  at: Compiling,
): { readonly inputs: readonly Mapping[]; readonly outputs: readonly Mapping[] } {
  const ioMapping = findExtension(node, 'ioMapping')
  const compileAll = (kind: 'input' | 'output') =>
    childrenNamed(ioMapping, kind).flatMap((mapping) => compileMapping(mapping, node, at))
  const data = compileDataMappings(node, at)
  return {
    inputs: [...data.inputs, ...compileAll('input')],
    outputs: [...data.outputs, ...compileAll('output')],
  }
}

function compileMapping(mapping: Extension, node: FlowNode, at: Compiling): Mapping[] {
  const text = attribute(mapping, 'target')
  const spot = { element: node.id, what: `${mapping.name} mapping "${text}"` }
  const target = variablePath(text, spot, at)
  const source = computed(attribute(mapping, 'source'), spot, at)
  return target === null || source === null ? [] : [{ source, target }]
}

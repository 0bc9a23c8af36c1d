import type { FeelExpression } from '../feel/index.ts'
import type { FlowNode } from '../model/model.ts'
import { dataVariable } from './compile-data.ts'
import type { Compiling } from './compiling.ts'
import { feel } from './compute.ts'

/**
 * Whether one of the activity's input sets is available: whether all data that associations connect with its inputs has a
 * value. Null when there is a set that needs nothing, or no set. [DO6] (OMG BPMN 2.0.2, 10.4.2)
 */
export function compileAvailability(node: FlowNode, at: Compiling): FeelExpression | null {
  const sets = node.data.inputSets.map((needed) => variablesFor(needed, node, at))
  if (sets.length === 0 || sets.some((variables) => variables.length === 0)) return null
  const filled = (variables: readonly string[]) => variables.map((name) => `${name} != null`).join(' and ')
  return feel(`=${sets.map(filled).join(' or ')}`, { element: node.id, what: 'input set' }, at)
}

/** Variables of the data that fills these inputs. */
function variablesFor(needed: readonly string[], node: FlowNode, at: Compiling): string[] {
  const sources = node.data.inputs
    .filter(({ target }) => needed.includes(target))
    .flatMap((association) => association.sources)
    .filter((id) => at.dataNames.has(id))
  return [...new Set(sources.map((id) => dataVariable(id, node, at)))]
}

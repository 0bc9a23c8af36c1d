import type { FlowNode, Loop } from '../model/model.ts'
import type { Compiling } from './compiling.ts'
import { feel } from './compute.ts'
import { attribute, findExtension } from './find-extension.ts'
import type { MultiInstance } from './process-graph.ts'
import { variableName } from './variable-name.ts'

/** zeebe:loopCharacteristics. Null without one, or when it was refused (reported). */
export function compileMultiInstance(node: FlowNode, at: Compiling): MultiInstance | null {
  const loop = node.loop
  if (loop === null) return null
  if (loop.kind === 'standard') {
    at.report(standardLoop(node))
    return null
  }
  const settings = findExtension(loop, 'loopCharacteristics')
  const collection = attribute(settings, 'inputCollection')
  if (collection === '') {
    at.report(missingCollection(node, loop))
    return null
  }
  const what = (name: string) => ({ element: node.id, what: name })
  const expression = (name: string, text: string) => (text === '' ? null : feel(text, what(name), at))
  const variable = (name: string) => {
    const text = attribute(settings, name)
    return text === '' ? null : variableName(text, what(name), at)
  }
  const inputCollection = feel(collection, what('inputCollection'), at)
  const rest = {
    sequential: loop.sequential,
    inputElement: variable('inputElement'),
    outputCollection: variable('outputCollection'),
    outputElement: expression('outputElement', attribute(settings, 'outputElement')),
    completionCondition: expression('completionCondition', loop.completionCondition ?? ''),
  }
  if ((rest.outputCollection === null) !== (rest.outputElement === null)) at.report(halfOutput(node))
  return inputCollection === null ? null : { ...rest, inputCollection }
}

const standardLoop = (node: FlowNode) => ({
  code: 'unsupported_loop',
  element: node.id,
  message: 'The standard loop marker is not supported yet.',
  remedy: 'Draw the loop with an exclusive gateway and a sequence flow that leads back.',
})

const missingCollection = (node: FlowNode, loop: Extract<Loop, { kind: 'multiInstance' }>) => ({
  code: 'missing_input_collection',
  element: node.id,
  message:
    loop.cardinality === null
      ? 'The multi-instance activity does not say over which collection it runs.'
      : 'A loop cardinality is not supported; the activity must run over a collection.',
  remedy: 'Set its input collection, for example "=items" or "=for i in 1..3 return i".',
})

const halfOutput = (node: FlowNode) => ({
  code: 'incomplete_output_collection',
  element: node.id,
  message: 'An output collection needs an output element and the other way round.',
  remedy: 'Set both or none, for example "results" and "=result".',
})

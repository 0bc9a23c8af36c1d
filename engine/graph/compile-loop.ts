import type { FlowNode, Loop as ModelLoop, LoopThrow as ModelThrow } from '../model/model.ts'
import { compileAction } from './compile-throw-action.ts'
import type { Compiling, Place } from './compiling.ts'
import { feel } from './compute.ts'
import { attribute, findExtension } from './find-extension.ts'
import { type LoopTexts, loopTexts } from './loop-data.ts'
import type { Loop, LoopItems, LoopThrow, MultiInstance, StandardLoop, ThrowAction } from './process-graph.ts'
import { isVariableName, variableName } from './variable-name.ts'

type MultiInstanceMarker = Extract<ModelLoop, { kind: 'multiInstance' }>
type StandardMarker = Extract<ModelLoop, { kind: 'standard' }>
type Settings = ReturnType<typeof findExtension>

/** The loop or multi-instance marker. Null without one, or when it was refused (reported). */
export function compileLoop(place: Place, at: Compiling): Loop | null {
  const { loop } = place.node
  if (loop === null) return null
  return loop.kind === 'standard'
    ? compileStandard(place.node, loop, at)
    : compileMultiInstance(place, loop, at)
}

function compileStandard(node: FlowNode, marker: StandardMarker, at: Compiling): StandardLoop {
  const { testBefore, maximum } = marker
  const text = marker.condition ?? ''
  if (text === '' && maximum === null) at.report(endless(node))
  if (maximum !== null && !(Number.isSafeInteger(maximum) && maximum >= 0)) at.report(badMaximum(node))
  const condition = text === '' ? null : feel(text, { element: node.id, what: 'loop condition' }, at)
  return { kind: 'standard', testBefore, condition, maximum }
}

function compileMultiInstance(place: Place, loop: MultiInstanceMarker, at: Compiling): MultiInstance | null {
  const { node } = place
  const settings = findExtension(loop, 'loopCharacteristics')
  const what = (name: string) => ({ element: node.id, what: name })
  const expression = (name: string, text: string) => (text === '' ? null : feel(text, what(name), at))
  const data = loopTexts(node, loop.data, at)
  const variable = (name: string, text: string) => (text === '' ? null : variableName(text, what(name), at))
  const collection = attribute(settings, 'inputCollection') || data.collection
  const inputElement = variable('inputElement', attribute(settings, 'inputElement') || data.item)
  const items = compileItems(node, loop, collection, at)
  const output = outputOf(settings, data)
  const rest = {
    kind: 'multiInstance' as const,
    sequential: loop.sequential,
    inputElement,
    outputCollection: variable('outputCollection', output.collection),
    outputElement: expression('outputElement', output.element),
    outputVariable: ownOutput(output.element, inputElement),
    completionCondition: expression('completionCondition', loop.completionCondition ?? ''),
    throws: loop.throws.flatMap((thrown) => compileThrow(place, thrown, at)),
  }
  if ((rest.outputCollection === null) !== (rest.outputElement === null)) at.report(halfOutput(node))
  return items && { ...rest, items }
}

/** What the standard's attributes name by halves collects nothing: neither needs the other there. [DO4] */
function outputOf(settings: Settings, data: LoopTexts): { collection: string; element: string } {
  const collection = attribute(settings, 'outputCollection')
  const element = attribute(settings, 'outputElement')
  const whole = { collection: collection || data.results, element: element || data.result }
  const onlyData = collection === '' && element === ''
  return onlyData && (data.results === '' || data.result === '') ? { collection: '', element: '' } : whole
}

/** Instances side by side must not write to one variable. An instance whose output is its item has it already. [MI7] */
function ownOutput(text: string, inputElement: string | null): string | null {
  const name = text.replace(/^=\s*/, '').trim()
  const isVariable = isVariableName(name) && !['true', 'false', 'null'].includes(name)
  return isVariable && name !== inputElement ? name : null
}

/** A collection says more than a number, so it comes first. */
function compileItems(
  node: FlowNode,
  { cardinality }: MultiInstanceMarker,
  collectionText: string,
  at: Compiling,
): LoopItems | null {
  if (collectionText !== '') {
    const collection = feel(collectionText, { element: node.id, what: 'inputCollection' }, at)
    return collection && { kind: 'collection', collection }
  }
  if (cardinality === null || cardinality === '') {
    at.report(missingCollection(node))
    return null
  }
  const text = /^\d+$/.test(cardinality) ? `=${cardinality}` : cardinality
  const compiled = feel(text, { element: node.id, what: 'loop cardinality' }, at)
  return compiled && { kind: 'cardinality', cardinality: compiled }
}

function compileThrow(place: Place, { first, condition, event }: ModelThrow, at: Compiling): LoopThrow[] {
  const action = compileAction(place, event, at)
  const holds =
    condition === null ? null : feel(condition, { element: place.node.id, what: 'behaviour condition' }, at)
  if (action === null) return []
  if (!THROWN.includes(action.kind)) at.report(notThrown(place.node))
  return [{ first, condition: holds, action }]
}

const THROWN: readonly ThrowAction['kind'][] = ['publish', 'signal', 'error', 'escalation']

const notThrown = (node: FlowNode) => ({
  code: 'event_not_here',
  element: node.id,
  message:
    'What instances of a multi-instance activity throw must be a signal, error, escalation or published message.',
  remedy: 'Choose one of these, or draw the event after the activity.',
})

const endless = (node: FlowNode) => ({
  code: 'endless_loop',
  element: node.id,
  message: 'The loop has neither a condition nor a maximum: it would never end.',
  remedy: 'Set its loop condition, for example "=attempts < 3", or its maximum.',
})

const badMaximum = (node: FlowNode) => ({
  code: 'bad_loop_maximum',
  element: node.id,
  message: 'The maximum of the loop must be a whole number from 0.',
  remedy: 'Write a number such as 3, or leave it out.',
})

const missingCollection = (node: FlowNode) => ({
  code: 'missing_input_collection',
  element: node.id,
  message: 'The multi-instance activity does not say over which collection, or how often, it runs.',
  remedy: 'Set its input collection, for example "=items", or its loop cardinality.',
})

const halfOutput = (node: FlowNode) => ({
  code: 'incomplete_output_collection',
  element: node.id,
  message: 'An output collection needs an output element and the other way round.',
  remedy: 'Set both or none, for example "results" and "=result".',
})

import type { DataName, FlowNode, LoopData } from '../model/model.ts'
import { copiedText, dataVariable } from './compile-data.ts'
import type { Compiling } from './compiling.ts'

/** What a loop runs over and collects as variables and expressions; '' for what is left out. */
export interface LoopTexts {
  readonly collection: string
  readonly item: string
  readonly results: string
  readonly result: string
}

/**
 * The standard's names of a loop's data. An input or output that the activity declares stands for what an association
 * connects it with: the whole collection exists around the activity, not in one of its instances. (OMG BPMN 2.0.2, 10.3.8)
 */
export function loopTexts(node: FlowNode, data: LoopData, at: Compiling): LoopTexts {
  const variable = (one: DataName | null) => (one === null ? '' : dataVariable(one.id, node, at))
  const value = (one: DataName | null) => (one === null ? '' : `=${variable(one)}`)
  const { inputs, outputs } = node.data
  const filling = inputs.find(({ target }) => target === data.collection?.id)
  const collecting = outputs.find(({ target }) => target === data.result?.id)
  const taking = outputs.find(({ sources }) => sources.some((id) => id === data.results?.id))
  return {
    collection: filling ? copiedText(filling, node, at) : value(data.collection),
    item: variable(data.item),
    results: taking ? dataVariable(taking.target, node, at) : variable(data.results),
    result: collecting ? copiedText(collecting, node, at) : value(data.result),
  }
}

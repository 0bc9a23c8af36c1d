import type { Draft, Taken } from '../draft.ts'
import { feelName } from '../juel/feel-name.ts'
import type { Rule } from '../node-draft.ts'
import { translateBinding } from './binding.ts'

/** camunda:decisionRef → zeebe:calledDecision. */
export const translateDecision: Rule = ({ node, own }) => {
  if (node.type !== 'BusinessRuleTask') return
  const decision = own.take('decisionRef')
  if (decision === undefined) return
  const decisionId = own.feel(decision.value, 'decisionRef') ?? 'refused'
  own.put('calledDecision', { decisionId }, decision)
  translateBinding('calledDecision', 'decisionRef', own)
  const result = own.take('resultVariable')
  const shape = own.take('mapDecisionResult')
  if (result) own.put('calledDecision', { resultVariable: result.value }, result)
  else own.set('calledDecision', { resultVariable: 'decisionResult' })
  shapeResult(shape, result, own)
}

/** How version 7 unpacks the list of matched rules. A decision yields its value here, a table's outputs as a context. */
function shapeResult(shape: Taken | undefined, result: Taken | undefined, own: Draft): void {
  const name = feelName(result?.value ?? 'decisionResult')
  const kind = shape?.value ?? 'resultList'
  const from = shape ?? { name: 'mapDecisionResult', value: kind, source: `mapDecisionResult (${kind})` }
  const note = notes[kind]
  const target = result?.value ?? 'decisionResult'
  const source = `=if ${name} = null then [] else if ${name} instance of list<Any> then ${name} else [${name}]`
  if (note === undefined) own.refuse(from, 'is an unknown way to unpack the result')
  else if (kind === 'singleEntry' || kind === 'singleResult') own.drop(from, note)
  else own.add('ioMapping', 'output', { source, target }, from, note)
}

const notes: Readonly<Record<string, string | undefined>> = {
  singleEntry: 'A decision yields its value; a table that collects yields its list.',
  singleResult:
    'A table with several outputs yields them as a context; with one output it yields the value itself.',
  collectEntries: 'A decision yields its value; a single one becomes a list.',
  resultList: 'A table with several outputs yields them as contexts; with one output the values themselves.',
}

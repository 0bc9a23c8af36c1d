import { attribute } from '../../find-extension.ts'
import type { Draft, TakenElement } from '../draft.ts'
import { feelName } from '../juel/feel-name.ts'
import type { Rule } from '../node-draft.ts'
import { translateBinding } from './binding.ts'

/** Which process a call activity calls, and what goes in and out. Without a mapping nothing does. */
export const translateCalledProcess: Rule = ({ node, own, at }) => {
  if (node.type !== 'CallActivity') return
  const processId = own.standard(node.calledElement, 'calledElement')
  translateBinding('calledElement', 'calledElement', own)
  const [inward, outward] = [own.takeElements('in'), own.takeElements('out')]
  if (!at.only && inward.length + outward.length === 0 && processId === node.calledElement) return
  own.set('calledElement', {
    ...(processId === '' ? {} : { processId }),
    propagateAllParentVariables: String(inward.some((one) => isAll(one) && !isLocal(one))),
    propagateAllChildVariables: String(outward.some(isAll)),
  })
  for (const one of inward) translateOne(one, 'input', own)
  for (const one of outward) translateOne(one, 'output', own)
  if (outward.some(isAll) && outward.length > 1)
    own.addSilently('properties', 'property', { name: 'kartabl:propagateAll', value: 'true' })
}

const isAll = ({ extension }: TakenElement): boolean => attribute(extension, 'variables') === 'all'
const isLocal = ({ extension }: TakenElement): boolean => attribute(extension, 'local') === 'true'

function translateOne(taken: TakenElement, kind: 'input' | 'output', own: Draft): void {
  const setting = [...taken.extension.attributes].map(([key, value]) => `${key}="${value}"`).join(' ')
  const from = { ...taken, source: `camunda:${taken.name} ${setting}` }
  if (isAll(taken) && isLocal(taken) && kind === 'input')
    own.drop(from, 'What is local to a call activity reaches the called process.')
  else if (isLocal(taken)) own.refuse(from, 'maps local variables only', 'Map the variables by their names.')
  else if (isAll(taken)) own.at.became(own.element, from.source, allOf[kind])
  else mapOne(from, kind, own)
}

function mapOne(from: TakenElement, kind: 'input' | 'output', own: Draft): void {
  const { extension, name } = from
  const businessKey = attribute(extension, 'businessKey')
  const target = businessKey === '' ? attribute(extension, 'target') : 'businessKey'
  const expression = businessKey || attribute(extension, 'sourceExpression')
  const plain = attribute(extension, 'source')
  const source = plain === '' ? own.feel(expression, `${name} ${target}`) : `=${feelName(plain)}`
  if (source !== null) own.add('ioMapping', kind, { source, target }, from)
}

const allOf = {
  input: 'zeebe:calledElement propagateAllParentVariables="true"',
  output: 'zeebe:calledElement propagateAllChildVariables="true"',
} as const

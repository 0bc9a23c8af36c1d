import type { FlowNode } from '../../model/model.ts'
import { compileScope } from '../compile-scope.ts'
import type { ElementCompiler } from '../compiling.ts'
import { feel } from '../compute.ts'
import { attribute, findExtension } from '../find-extension.ts'
import { isActivity } from '../is-activity.ts'

/** Its activities are begun by people, or by the elements that zeebe:adHoc lists. (OMG BPMN 2.0.2, 10.3.5) */
export const compileAdHocSubProcess: ElementCompiler = ({ node, index }, at) => {
  const expression = (what: string, text: string) =>
    text === '' ? null : feel(text, { element: node.id, what }, at)
  const settings = findExtension(node, 'adHoc')
  for (const name of ['outputCollection', 'outputElement'])
    if (attribute(settings, name) !== '') at.report(notCollected(node, name))
  if (findExtension(node, 'taskDefinition') !== undefined) at.report(workerChooses(node))
  const inside = at.placesIn.get(index) ?? []
  for (const { node: one } of inside)
    if (one.type === 'StartEvent' || one.type === 'EndEvent') at.report(noStartOrEnd(one))
  return {
    type: 'adHocSubProcess',
    sequential: node.adHoc?.sequential === true,
    cancelRemaining: node.adHoc?.cancelRemaining !== false,
    completionCondition: expression('completion condition', node.adHoc?.completionCondition ?? ''),
    offered: inside.filter((one) => isOffered(one.node, at.targets)).map((one) => one.index),
    activeElements: expression('active elements', attribute(settings, 'activeElementsCollection')),
    ...compileScope(index, node.id, at),
    starts: [],
  }
}

const isOffered = (node: FlowNode, targets: ReadonlySet<string>): boolean =>
  !targets.has(node.id) &&
  !node.isForCompensation &&
  (isActivity(node) || node.type === 'IntermediateCatchEvent' || node.type === 'IntermediateThrowEvent')

const noStartOrEnd = (node: FlowNode) => ({
  code: 'event_not_here',
  element: node.id,
  message: 'An ad-hoc sub-process has neither start nor end events: its activities are begun by people.',
  remedy: 'Remove the event.',
})

const notCollected = (node: FlowNode, name: string) => ({
  code: 'unsupported_feature',
  element: node.id,
  message: `The ${name} of an ad-hoc sub-process is not supported.`,
  remedy: 'Let the activities inside it set variables with output mappings.',
})

const workerChooses = (node: FlowNode) => ({
  code: 'unsupported_feature',
  element: node.id,
  message: 'An ad-hoc sub-process whose activities a worker chooses is not supported.',
  remedy: 'Remove the task definition; people or the active elements collection choose.',
})

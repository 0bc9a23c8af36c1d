import type { FlowNode, Scope, SequenceFlow } from '../../model/model.ts'
import { Draft } from './draft.ts'
import { NodeDraft, type Rule } from './node-draft.ts'
import { translateCalledProcess } from './rules/called-process.ts'
import { translateDecision } from './rules/decision.ts'
import { translateEvents } from './rules/events.ts'
import { withDefault } from './rules/exclusive-default.ts'
import { translateForm } from './rules/form.ts'
import { translateListeners } from './rules/listeners.ts'
import { translateLoop } from './rules/loop.ts'
import { translateMappings } from './rules/mappings.ts'
import { translateCaughtMessage } from './rules/message.ts'
import { dropNotNeeded } from './rules/not-needed.ts'
import { translateProperties } from './rules/properties.ts'
import { translateRetry } from './rules/retry.ts'
import { translateScript } from './rules/script.ts'
import { translateUserTask } from './rules/user-task.ts'
import { translateWork } from './rules/work.ts'
import type { Translating } from './translating.ts'

/** In this order: work is named before its retries and mappings are added. */
const rules: readonly Rule[] = [
  ({ drafts }) => drafts.forEach(dropNotNeeded),
  translateUserTask,
  translateListeners,
  translateForm,
  translateDecision,
  translateScript,
  translateWork,
  translateEvents,
  translateCaughtMessage,
  translateCalledProcess,
  translateGatewayAndAdHoc,
  translateMappings,
  translateLoop,
  translateRetry,
  ({ own }) => translateProperties(own),
]

/** Conditions of complex gateways and ad-hoc sub-processes. */
function translateGatewayAndAdHoc({ node, own, changes }: NodeDraft): void {
  const { activationCondition, adHoc } = node
  if (activationCondition !== null)
    changes.activationCondition = own.standard(activationCondition, 'activationCondition')
  if (adHoc !== null && adHoc.completionCondition !== null)
    changes.adHoc = {
      ...adHoc,
      completionCondition: own.standard(adHoc.completionCondition, 'completionCondition'),
    }
}

/** What lies in a process or sub-process, with everything inside. */
export function translateScope(scope: Scope, atTop: boolean, at: Translating): Scope {
  return {
    ...scope,
    nodes: scope.nodes.map((node) => translateNode(withDefault(node, scope, at), atTop, at)),
    flows: scope.flows.map((flow) => translateFlow(flow, at)),
  }
}

function translateNode(node: FlowNode, atTop: boolean, at: Translating): FlowNode {
  const draft = new NodeDraft(node, atTop, at)
  for (const rule of rules) rule(draft)
  const { inside } = node
  return { ...draft.finish(), inside: inside === null ? null : translateScope(inside, false, at) }
}

function translateFlow(flow: SequenceFlow, at: Translating): SequenceFlow {
  const draft = new Draft(flow, flow.id, at)
  translateProperties(draft)
  const condition = flow.condition === null ? null : draft.condition(flow.condition)
  return { ...flow, condition, ...draft.finish() }
}

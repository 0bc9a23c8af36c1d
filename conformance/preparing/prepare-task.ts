import type { FlowNode } from '../../engine/model/model.ts'
import type { NodeType } from '../../engine/model/node-type.ts'
import type { Casework } from './casework.ts'
import { has, JOB_TYPE, zeebe } from './extension.ts'
import { isTask } from './task-behavior.ts'

/** Tasks that can be jobs as they are; others become service tasks. */
const jobTypes: readonly NodeType[] = ['ServiceTask', 'ScriptTask', 'BusinessRuleTask', 'SendTask']
/** What a worker may have said beside the type of the job, which is replaced. */
const nativeWork = ['script', 'calledDecision', 'publishMessage']

/** User tasks and receive tasks that wait, and tasks that merely pass, stay what they are; the rest are jobs. */
export function prepareTask(node: FlowNode, casework: Casework): FlowNode {
  if (!isTask(node.type)) return has(node.extensions, 'taskDefinition') ? job(node, node.type) : node
  const { kind } = casework.behavior(node.id, node.type)
  const works = casework.needsWorker(node.id)
  if (!works && isNative(node, kind))
    return kind === 'pass' && node.type === 'ReceiveTask' ? asTask(node) : node
  return job(node, jobTypes.includes(node.type) ? node.type : 'ServiceTask')
}

function isNative(node: FlowNode, kind: string): boolean {
  if (nativeWork.some((name) => has(node.extensions, name))) return true
  switch (node.type) {
    case 'UserTask':
      return kind === 'wait'
    case 'ReceiveTask':
      return kind === 'wait' || kind === 'pass'
    case 'Task':
    case 'ManualTask':
      return kind === 'pass'
    case 'SendTask':
      return kind === 'pass' && node.messageRef !== null
    default:
      return false
  }
}

const job = (node: FlowNode, type: NodeType): FlowNode => ({
  ...node,
  type,
  script: null,
  extensions: [
    ...node.extensions.filter(
      ({ name }) => !['taskDefinition', ...nativeWork, ...userTaskOnly].includes(name),
    ),
    zeebe('taskDefinition', { type: JOB_TYPE }),
  ],
})

const userTaskOnly = [
  'userTask',
  'assignmentDefinition',
  'taskSchedule',
  'priorityDefinition',
  'formDefinition',
]

const asTask = (node: FlowNode): FlowNode => ({ ...node, type: 'Task', messageRef: null })

import type { Extended, FlowNode } from '../model/model.ts'
import type { NodeType } from '../model/node-type.ts'
import { flowsOf } from './compile-flows.ts'
import type { Compiling } from './compiling.ts'
import { familyOf } from './is-activity.ts'

/** Refuses every extension that nothing here reads: it would be silently ignored. */
export function checkExtensions(at: Compiling): void {
  checkExtended(at.process, at.process.id, 'process', onProcess, at)
  for (const { node } of at.places) checkNode(node, at)
  for (const flow of flowsOf(at.process.inside)) checkExtended(flow, flow.id, 'sequence flow', onAnything, at)
  for (const message of at.model.messages.values()) {
    checkExtended(message, message.id, 'message', ['subscription', ...onAnything], at)
  }
}

function checkExtended(
  extended: Extended,
  element: string,
  kind: string,
  allowed: readonly string[],
  at: Compiling,
): void {
  const seen = new Set<string>()
  for (const { name } of extended.extensions.filter(({ vocabulary }) => vocabulary === 'zeebe')) {
    if (!allowed.includes(name)) at.report(unknownExtension(name, element, kind))
    else if (seen.has(name) && name !== 'userTaskForm') at.report(duplicateExtension(name, element))
    seen.add(name)
  }
}

function checkNode(node: FlowNode, at: Compiling): void {
  checkExtended(node, node.id, node.type, allowedAt(node), at)
  for (const event of node.events)
    checkExtended(event, node.id, 'event definition', ['publishMessage', 'conditionalFilter'], at)
  if (node.loop?.kind === 'multiInstance') {
    checkExtended(node.loop, node.id, 'multi-instance marker', ['loopCharacteristics', ...onAnything], at)
  }
}

const onAnything = ['properties']
const onProcess = ['versionTag', 'userTaskForm', 'executionListeners', ...onAnything]
const work = ['taskDefinition', 'taskHeaders']

/** Beside `properties` everywhere and mappings at activities and events. */
const own: Partial<Record<NodeType, readonly string[]>> = {
  UserTask: [
    'userTask',
    'assignmentDefinition',
    'taskSchedule',
    'priorityDefinition',
    'formDefinition',
    'taskHeaders',
    'taskListeners',
  ],
  ServiceTask: work,
  SendTask: [...work, 'publishMessage'],
  ScriptTask: [...work, 'script'],
  BusinessRuleTask: [...work, 'calledDecision'],
  CallActivity: ['calledElement'],
  StartEvent: ['formDefinition'],
  EndEvent: [...work, 'publishMessage'],
  IntermediateThrowEvent: [...work, 'publishMessage'],
  AdHocSubProcess: ['adHoc', ...work],
}

const allowedAt = (node: FlowNode): readonly string[] => [
  ...onAnything,
  'executionListeners',
  ...(familyOf(node.type) === 'gateway' ? [] : ['ioMapping']),
  ...(own[node.type] ?? []),
]

/** `UserTask` → `user task` */
const wordOf = (kind: string): string => kind.replaceAll(/([a-z])([A-Z])/g, '$1 $2').toLowerCase()

const unknownExtension = (name: string, element: string, kind: string) => ({
  code: 'unsupported_extension',
  element,
  message: `zeebe:${name} is not supported at this ${wordOf(kind)}.`,
  remedy: remedies.get(name) ?? 'Remove it.',
})

const remedies: ReadonlyMap<string, string> = new Map([
  ['taskListeners', 'Move the listeners to a user task.'],
  ['executionListeners', 'Move the listeners to the process or to a flow node.'],
  ['ioMapping', 'Move the mapping to a task or event.'],
])

const duplicateExtension = (name: string, element: string) => ({
  code: 'duplicate_extension',
  element,
  message: `zeebe:${name} stands here more than once.`,
  remedy: 'Keep one of them.',
})

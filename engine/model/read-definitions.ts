import { localTypeOf, type ModdleNode, nodeOf, nodesOf, referenceOf, textOf } from './moddle-node.ts'
import type { ErrorDeclaration, Message, MessageFlow, Model, ModelProcess, Participant } from './model.ts'
import { readAssociations } from './read-associations.ts'
import {
  readCorrelationKeys,
  readCorrelationProperty,
  readCorrelationSubscription,
} from './read-correlation.ts'
import { type Prefixes, readExtended, readPrefixes } from './read-extensions.ts'
import { readNamed } from './read-named.ts'
import { readScope } from './read-scope.ts'

/** The whole file. */
export function readDefinitions(definitions: ModdleNode): Model {
  const prefixes = readPrefixes(definitions)
  const roots = nodesOf(definitions, 'rootElements')
  const ofType = (type: string) => roots.filter((root) => localTypeOf(root) === type)
  return {
    processes: ofType('Process').map((process) => readProcess(process, prefixes)),
    participants: ofType('Collaboration').flatMap(readParticipants),
    messages: byId(ofType('Message').map((message) => readMessage(message, prefixes))),
    errors: byId(ofType('Error').map((error) => readCoded(error, 'errorCode', prefixes))),
    signals: byId(ofType('Signal').map(readNamed)),
    escalations: byId(
      ofType('Escalation').map((escalation) => readCoded(escalation, 'escalationCode', prefixes)),
    ),
    correlationKeys: roots.filter(holdsKeys).flatMap(readCorrelationKeys),
    correlationProperties: byId(ofType('CorrelationProperty').map(readCorrelationProperty)),
    associations: ofType('Collaboration').flatMap(readAssociations),
    messageFlows: ofType('Collaboration').flatMap(readMessageFlows),
    drawn: readDrawn(definitions),
  }
}

/** A choreography is a collaboration too. */
const holdsKeys = (root: ModdleNode): boolean =>
  ['Collaboration', 'GlobalConversation', 'Choreography'].includes(localTypeOf(root))

const readProcess = (process: ModdleNode, prefixes: Prefixes): ModelProcess => ({
  ...readNamed(process),
  ...readExtended(process, prefixes),
  executable: process.get('isExecutable') === true,
  correlationSubscriptions: nodesOf(process, 'correlationSubscriptions').map(readCorrelationSubscription),
  inside: readScope(process, prefixes),
})

const readParticipants = (collaboration: ModdleNode): Participant[] =>
  nodesOf(collaboration, 'participants').map((participant) => ({
    ...readNamed(participant),
    processId: referenceOf(participant, 'processRef') ?? '',
  }))

const readMessage = (message: ModdleNode, prefixes: Prefixes): Message => ({
  ...readNamed(message),
  ...readExtended(message, prefixes),
})

const readMessageFlows = (collaboration: ModdleNode): MessageFlow[] =>
  nodesOf(collaboration, 'messageFlows').map((flow) => ({
    ...readNamed(flow),
    source: referenceOf(flow, 'sourceRef') ?? '',
    target: referenceOf(flow, 'targetRef') ?? '',
    messageRef: referenceOf(flow, 'messageRef'),
  }))

const readCoded = (
  declared: ModdleNode,
  code: 'errorCode' | 'escalationCode',
  prefixes: Prefixes,
): ErrorDeclaration => ({
  ...readNamed(declared),
  ...readExtended(declared, prefixes),
  code: textOf(declared, code).trim(),
})

const byId = <T extends { readonly id: string }>(items: readonly T[]): ReadonlyMap<string, T> =>
  new Map(items.map((item) => [item.id, item]))

function readDrawn(definitions: ModdleNode): ReadonlySet<string> {
  const drawn = new Set<string>()
  for (const diagram of nodesOf(definitions, 'diagrams')) {
    const plane = nodeOf(diagram, 'plane')
    if (plane === null) continue
    for (const shape of nodesOf(plane, 'planeElement')) drawn.add(referenceOf(shape, 'bpmnElement') ?? '')
  }
  return drawn
}

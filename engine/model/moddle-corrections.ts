/**
 * Children that the standard's schema has and the parser's description lacks, or calls differently: without them a valid
 * file would not be understood. (OMG BPMN 2.0.2, 8.3.3, 9.3, 9.5)
 */
export const moddleCorrections = {
  name: 'Corrections',
  prefix: 'corrections',
  uri: 'urn:kartabl:bpmn-moddle-corrections',
  types: [
    added('ConversationNode', { name: 'bpmn:messageFlowRef', type: 'bpmn:MessageFlow', isReference: true }),
    added('Participant', { name: 'bpmn:endPointRef', type: 'bpmn:EndPoint', isReference: true }),
    added('Extension', { name: 'bpmn:documentation', type: 'bpmn:Documentation' }),
  ],
}

interface Child {
  readonly name: string
  readonly type: string
  readonly isReference?: true
}

function added(type: string, child: Child) {
  return {
    name: `${type}Corrected`,
    extends: [`bpmn:${type}`],
    properties: [{ ...child, isMany: true }],
  }
}

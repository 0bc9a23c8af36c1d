/** Processes, their flow elements, lanes and gateways. §8.4, §10.2, §10.6, §10.8. Notation: see schema-text.ts. */
export const processTypes = `
tCallableElement < tRootElement abstract
  @name:string
  supportedInterfaceRef:ref(tInterface)* ioSpecification? ioBinding*
tFlowElement < tBaseElement abstract
  @name:string
  auditing? monitoring? categoryValueRef:ref(tCategoryValue)*
tFlowNode < tFlowElement abstract
  incoming:ref(tSequenceFlow)* outgoing:ref(tSequenceFlow)*
tGateway < tFlowNode abstract
  @gatewayDirection:{Unspecified|Converging|Diverging|Mixed}
tComplexGateway < tGateway
  @default:idref(tSequenceFlow)
  activationCondition:tExpression?
tEventBasedGateway < tGateway
  @instantiate:boolean @eventGatewayType:{Exclusive|Parallel}
tExclusiveGateway < tGateway
  @default:idref(tSequenceFlow)
tInclusiveGateway < tGateway
  @default:idref(tSequenceFlow)
tLane < tBaseElement
  @name:string @partitionElementRef:ref(tBaseElement)
  partitionElement:tBaseElement? flowNodeRef:idref(tFlowNode)* childLaneSet:tLaneSet?
tLaneSet < tBaseElement
  @name:string
  lane*
tParallelGateway < tGateway
tProcess < tCallableElement
  @processType:{None|Public|Private} @isClosed:boolean @isExecutable:boolean
  @definitionalCollaborationRef:ref(tCollaboration)
  auditing? monitoring? property* laneSet* flowElement* artifact* resourceRole*
  correlationSubscription* supports:ref(tProcess)*
tSequenceFlow < tFlowElement
  @sourceRef!:idref(tFlowNode) @targetRef!:idref(tFlowNode) @isImmediate:boolean
  conditionExpression:tExpression?
`

/** Pools, message flows, conversations and choreographies. §9, §11. Notation: see schema-text.ts. */
export const collaborationTypes = `
tChoreographyActivity < tFlowNode abstract
  @initiatingParticipantRef!:ref(tParticipant)
  @loopType:{None|Standard|MultiInstanceSequential|MultiInstanceParallel}
  participantRef:ref(tParticipant){2,} correlationKey*
tCallChoreography < tChoreographyActivity
  @calledChoreographyRef:ref(tChoreography)
  participantAssociation*
tConversationNode < tBaseElement abstract
  @name:string
  participantRef:ref(tParticipant)* messageFlowRef:ref(tMessageFlow)* correlationKey*
tCallConversation < tConversationNode
  @calledCollaborationRef:ref(tCollaboration)
  participantAssociation*
tCollaboration < tRootElement
  @name:string @isClosed:boolean
  participant* messageFlow* artifact* conversationNode* conversationAssociation*
  participantAssociation* messageFlowAssociation* correlationKey*
  choreographyRef:ref(tChoreography)* conversationLink*
tChoreography < tCollaboration
  flowElement*
tChoreographyTask < tChoreographyActivity
  messageFlowRef:ref(tMessageFlow){1,2}
tConversation < tConversationNode
tConversationAssociation < tBaseElement
  @innerConversationNodeRef!:ref(tConversationNode)
  @outerConversationNodeRef!:ref(tConversationNode)
tConversationLink < tBaseElement
  @name:string @sourceRef!:ref(InteractionNode) @targetRef!:ref(InteractionNode)
tGlobalChoreographyTask < tChoreography
  @initiatingParticipantRef:ref(tParticipant)
tGlobalConversation < tCollaboration
tMessageFlow < tBaseElement
  @name:string @sourceRef!:ref(InteractionNode) @targetRef!:ref(InteractionNode)
  @messageRef:ref(tMessage)
tMessageFlowAssociation < tBaseElement
  @innerMessageFlowRef!:ref(tMessageFlow) @outerMessageFlowRef!:ref(tMessageFlow)
tParticipant < tBaseElement
  @name:string @processRef:ref(tProcess)
  interfaceRef:ref(tInterface)* endPointRef:ref(tEndPoint)* participantMultiplicity?
tParticipantAssociation < tBaseElement
  innerParticipantRef:ref(tParticipant) outerParticipantRef:ref(tParticipant)
tParticipantMultiplicity < tBaseElement
  @minimum:int @maximum:int
tSubChoreography < tChoreographyActivity
  flowElement* artifact*
tSubConversation < tConversationNode
  conversationNode*
`

/** Definitions, and what every chapter builds on. §8.2–8.5 Notation: see schema-text.ts. */
export const infrastructureTypes = `
tDefinitions foreign
  @id:ID @name:string @targetNamespace!:anyURI @expressionLanguage:anyURI @typeLanguage:anyURI
  @exporter:string @exporterVersion:string
  import* extension* rootElement* BPMNDiagram* relationship*
tImport
  @namespace!:anyURI @location!:string @importType!:anyURI
tBaseElement abstract foreign
  @id:ID
  documentation* extensionElements?
tBaseElementWithMixedContent abstract mixed foreign
  @id:ID
  documentation* extensionElements?
tRootElement < tBaseElement abstract
tDocumentation mixed open
  @id:ID @textFormat:string
tExtension
  @definition:ref() @mustUnderstand:boolean
  documentation*
tExtensionElements open
tRelationship < tBaseElement
  @type!:string @direction:{None|Forward|Backward|Both}
  source:ref()+ target:ref()+
tExpression < tBaseElementWithMixedContent
tFormalExpression < tExpression
  @language:anyURI @evaluatesToTypeRef:ref(tItemDefinition)
tItemDefinition < tRootElement
  @structureRef:ref() @isCollection:boolean @itemKind:{Information|Physical}
tMessage < tRootElement
  @name:string @itemRef:ref(tItemDefinition)
tError < tRootElement
  @name:string @errorCode:string @structureRef:ref(tItemDefinition)
tEscalation < tRootElement
  @name:string @escalationCode:string @structureRef:ref(tItemDefinition)
tSignal < tRootElement
  @name:string @structureRef:ref(tItemDefinition)
tCategory < tRootElement
  @name:string
  categoryValue*
tCategoryValue < tBaseElement
  @value:string
tCorrelationProperty < tRootElement
  @name:string @type:ref(tItemDefinition)
  correlationPropertyRetrievalExpression+
tCorrelationPropertyRetrievalExpression < tBaseElement
  @messageRef!:ref(tMessage)
  messagePath:tFormalExpression
tCorrelationKey < tBaseElement
  @name:string
  correlationPropertyRef:ref(tCorrelationProperty)*
tCorrelationSubscription < tBaseElement
  @correlationKeyRef!:ref(tCorrelationKey)
  correlationPropertyBinding*
tCorrelationPropertyBinding < tBaseElement
  @correlationPropertyRef!:ref(tCorrelationProperty)
  dataPath:tFormalExpression
tResource < tRootElement
  @name!:string
  resourceParameter*
tResourceParameter < tBaseElement
  @name:string @type:ref(tItemDefinition) @isRequired:boolean
tInterface < tRootElement
  @name!:string @implementationRef:ref()
  operation+
tOperation < tBaseElement
  @name!:string @implementationRef:ref()
  inMessageRef:ref(tMessage) outMessageRef:ref(tMessage)? errorRef:ref(tError)*
tEndPoint < tRootElement
tArtifact < tBaseElement abstract
tAssociation < tArtifact
  @sourceRef!:ref(tBaseElement) @targetRef!:ref(tBaseElement) @associationDirection:{None|One|Both}
tGroup < tArtifact
  @categoryValueRef:ref(tCategoryValue)
tTextAnnotation < tArtifact
  @textFormat:string
  text?
tText mixed open
tPartnerEntity < tRootElement
  @name:string
  participantRef:ref(tParticipant)*
tPartnerRole < tRootElement
  @name:string
  participantRef:ref(tParticipant)*
tAuditing < tBaseElement
tMonitoring < tBaseElement
`

/** Activities, their performers and loops. §10.3. Notation: see schema-text.ts. */
export const activitiesTypes = `
tActivity < tFlowNode abstract
  @isForCompensation:boolean @startQuantity:integer @completionQuantity:integer
  @default:idref(tSequenceFlow)
  ioSpecification? property* dataInputAssociation* dataOutputAssociation* resourceRole*
  loopCharacteristics?
tSubProcess < tActivity
  @triggeredByEvent:boolean
  laneSet* flowElement* artifact*
tAdHocSubProcess < tSubProcess
  @cancelRemainingInstances:boolean @ordering:{Parallel|Sequential}
  completionCondition:tExpression?
tTask < tActivity
tBusinessRuleTask < tTask
  @implementation:anyURI
tCallActivity < tActivity
  @calledElement:ref(tCallableElement)
tComplexBehaviorDefinition < tBaseElement
  condition:tFormalExpression event:tImplicitThrowEvent?
tGlobalTask < tCallableElement
  resourceRole*
tGlobalBusinessRuleTask < tGlobalTask
  @implementation:anyURI
tGlobalManualTask < tGlobalTask
tGlobalScriptTask < tGlobalTask
  @scriptLanguage:anyURI
  script?
tGlobalUserTask < tGlobalTask
  @implementation:anyURI
  rendering*
tResourceRole < tBaseElement choice
  @name:string
  resourceRef:ref(tResource) resourceParameterBinding* resourceAssignmentExpression?
tPerformer < tResourceRole
tHumanPerformer < tPerformer
tLoopCharacteristics < tBaseElement abstract
tManualTask < tTask
tMultiInstanceLoopCharacteristics < tLoopCharacteristics
  @isSequential:boolean @behavior:{None|One|All|Complex} @oneBehaviorEventRef:ref(tEventDefinition)
  @noneBehaviorEventRef:ref(tEventDefinition)
  loopCardinality:tExpression? loopDataInputRef:ref(ItemAwareElement)?
  loopDataOutputRef:ref(ItemAwareElement)? inputDataItem:tDataInput? outputDataItem:tDataOutput?
  complexBehaviorDefinition* completionCondition:tExpression?
tPotentialOwner < tHumanPerformer
tReceiveTask < tTask
  @implementation:anyURI @instantiate:boolean @messageRef:ref(tMessage)
  @operationRef:found(tOperation)
tRendering < tBaseElement
tResourceAssignmentExpression < tBaseElement
  expression
tResourceParameterBinding < tBaseElement
  @parameterRef!:ref(tResourceParameter)
  expression
tScriptTask < tTask
  @scriptFormat:string
  script?
tScript mixed open
tSendTask < tTask
  @implementation:anyURI @messageRef:ref(tMessage) @operationRef:found(tOperation)
tServiceTask < tTask
  @implementation:anyURI @operationRef:found(tOperation)
tStandardLoopCharacteristics < tLoopCharacteristics
  @testBefore:boolean @loopMaximum:integer
  loopCondition:tExpression?
tTransaction < tSubProcess
  @method:anyURI
tUserTask < tTask
  @implementation:anyURI
  rendering*
`

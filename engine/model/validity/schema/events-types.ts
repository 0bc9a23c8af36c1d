/** Events and their definitions. §10.5. Notation: see schema-text.ts. */
export const eventsTypes = `
tEvent < tFlowNode abstract
  property*
tCatchEvent < tEvent abstract
  @parallelMultiple:boolean
  dataOutput* dataOutputAssociation* outputSet? eventDefinition*
  eventDefinitionRef:ref(tEventDefinition)*
tBoundaryEvent < tCatchEvent
  @cancelActivity:boolean @attachedToRef!:ref(tActivity)
tEventDefinition < tRootElement abstract
tCancelEventDefinition < tEventDefinition
tCompensateEventDefinition < tEventDefinition
  @waitForCompletion:boolean @activityRef:ref(tActivity)
tConditionalEventDefinition < tEventDefinition
  condition:tExpression
tThrowEvent < tEvent abstract
  dataInput* dataInputAssociation* inputSet? eventDefinition*
  eventDefinitionRef:ref(tEventDefinition)*
tEndEvent < tThrowEvent
tErrorEventDefinition < tEventDefinition
  @errorRef:ref(tError)
tEscalationEventDefinition < tEventDefinition
  @escalationRef:ref(tEscalation)
tImplicitThrowEvent < tThrowEvent
tIntermediateCatchEvent < tCatchEvent
tIntermediateThrowEvent < tThrowEvent
tLinkEventDefinition < tEventDefinition
  @name!:string
  source:ref(tLinkEventDefinition)* target:ref(tLinkEventDefinition)?
tMessageEventDefinition < tEventDefinition
  @messageRef:ref(tMessage)
  operationRef:found(tOperation)?
tSignalEventDefinition < tEventDefinition
  @signalRef:ref(tSignal)
tStartEvent < tCatchEvent
  @isInterrupting:boolean
tTerminateEventDefinition < tEventDefinition
tTimerEventDefinition < tEventDefinition choice
  timeDate:tExpression? timeDuration:tExpression? timeCycle:tExpression?
`

const assignment = (name: string) => `Use zeebe:assignmentDefinition with ${name} at a user task.`
const worker = 'Use zeebe:taskDefinition with a type, and let a handler or worker of that type do it.'
const listener = 'Remove the listener; draw a service task before or after the element instead.'
const decision = 'Use zeebe:calledDecision with decisionId and resultVariable.'
const called = 'Use zeebe:calledElement with bindingType and versionTag.'
const form = 'Use zeebe:formDefinition with formId, and deploy the form.'
const mapping = 'Use zeebe:ioMapping with zeebe:input and zeebe:output.'
const loop = 'Use zeebe:loopCharacteristics with inputCollection and inputElement.'
const tenant = 'Remove it: there is one tenant.'

/** What to use instead where something of version 7 has no equivalent, by local name of the attribute or element. */
export const camunda7Remedies: ReadonlyMap<string, string> = new Map([
  ['assignee', assignment('assignee')],
  ['candidateGroups', assignment('candidateGroups')],
  ['candidateUsers', assignment('candidateUsers')],
  ['dueDate', 'Use zeebe:taskSchedule with dueDate.'],
  ['followUpDate', 'Use zeebe:taskSchedule with followUpDate.'],
  ['priority', 'Use zeebe:priorityDefinition with priority.'],
  ['formKey', form],
  ['formRef', form],
  ['formRefBinding', form],
  ['formRefVersion', form],
  ['formData', form],
  ['initiator', 'Use it at a start event.'],
  ['class', worker],
  ['delegateExpression', worker],
  ['expression', worker],
  ['topic', worker],
  ['type', worker],
  ['field', 'Use zeebe:taskHeaders.'],
  ['connector', worker],
  ['failedJobRetryTimeCycle', 'Use retries of zeebe:taskDefinition.'],
  ['resultVariable', 'Use the resultVariable of zeebe:script or zeebe:calledDecision.'],
  ['resource', 'Write the script or condition in the diagram, in FEEL.'],
  ['decisionRef', decision],
  ['decisionRefBinding', decision],
  ['decisionRefVersion', decision],
  ['decisionRefTenantId', tenant],
  ['mapDecisionResult', decision],
  ['calledElementBinding', called],
  ['calledElementVersion', called],
  ['calledElementVersionTag', called],
  ['calledElementTenantId', tenant],
  ['caseRef', 'Draw the case as a process, with its activities in an ad-hoc sub-process.'],
  ['variableMappingClass', 'Map the variables by their names with camunda:in and camunda:out.'],
  ['in', 'Use zeebe:input of zeebe:ioMapping, or propagateAllParentVariables of zeebe:calledElement.'],
  ['out', 'Use zeebe:output of zeebe:ioMapping, or propagateAllChildVariables of zeebe:calledElement.'],
  ['inputOutput', mapping],
  ['collection', loop],
  ['elementVariable', loop],
  ['executionListener', listener],
  ['taskListener', listener],
  ['properties', 'Use zeebe:properties.'],
  ['versionTag', 'Use zeebe:versionTag.'],
  ['candidateStarterGroups', 'Use the zeebe:property kartabl:candidateStarters.'],
  ['candidateStarterUsers', 'Use the zeebe:property kartabl:candidateStarters.'],
  ['errorCodeVariable', 'Use it at an event that catches an error.'],
  ['errorMessageVariable', 'Use it at an event that catches an error.'],
  ['escalationCodeVariable', 'Use it at an event that catches an escalation.'],
  ['errorMessage', 'Use it at an error that an end event throws.'],
  ['errorEventDefinition', 'Let the worker report the BPMN error.'],
])

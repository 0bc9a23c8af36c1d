const assignment = (name: string) => `Use zeebe:assignmentDefinition with ${name}.`
const worker = 'Use zeebe:taskDefinition with a type, and let a handler or worker of that type do it.'
const listener = 'Remove the listener; draw a service task before or after the element instead.'
const committed = 'Remove it: every wait is saved and every job retried by itself.'
const decision = 'Use zeebe:calledDecision with decisionId and resultVariable.'
const called = 'Use zeebe:calledElement with bindingType and versionTag.'
const form = 'Use zeebe:formDefinition with formId, and deploy the form.'
const mapping = 'Use zeebe:ioMapping with zeebe:input and zeebe:output.'
const loop = 'Use zeebe:loopCharacteristics with inputCollection and inputElement.'

/** What to use instead, by local name of the attribute or element of version 7. */
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
  ['initiator', 'Remove it; who started the instance is kept by the platform.'],
  ['class', worker],
  ['delegateExpression', worker],
  ['expression', worker],
  ['topic', worker],
  ['type', worker],
  ['field', 'Use zeebe:taskHeaders.'],
  ['connector', worker],
  ['taskPriority', 'Remove it.'],
  ['failedJobRetryTimeCycle', 'Use retries of zeebe:taskDefinition.'],
  ['resultVariable', 'Use the resultVariable of zeebe:script or zeebe:calledDecision.'],
  ['resource', 'Use zeebe:script with a FEEL expression.'],
  ['decisionRef', decision],
  ['decisionRefBinding', decision],
  ['decisionRefVersion', decision],
  ['mapDecisionResult', decision],
  ['calledElementBinding', called],
  ['calledElementVersion', called],
  ['calledElementVersionTag', called],
  ['in', 'Use zeebe:input of zeebe:ioMapping, or propagateAllParentVariables of zeebe:calledElement.'],
  ['out', 'Use zeebe:output of zeebe:ioMapping, or propagateAllChildVariables of zeebe:calledElement.'],
  ['inputOutput', mapping],
  ['collection', loop],
  ['elementVariable', loop],
  ['asyncBefore', committed],
  ['asyncAfter', committed],
  ['async', committed],
  ['exclusive', committed],
  ['jobPriority', 'Remove it.'],
  ['executionListener', listener],
  ['taskListener', listener],
  ['properties', 'Use zeebe:properties.'],
  ['versionTag', 'Use zeebe:versionTag.'],
  ['historyTimeToLive', 'Remove it; retention is a setting of the platform.'],
  ['isStartableInTasklist', 'Use the zeebe:property kartabl:candidateStarters.'],
  ['candidateStarterGroups', 'Use the zeebe:property kartabl:candidateStarters.'],
  ['candidateStarterUsers', 'Use the zeebe:property kartabl:candidateStarters.'],
  ['errorCodeVariable', 'Use zeebe:output of the boundary event.'],
  ['errorMessageVariable', 'Use zeebe:output of the boundary event.'],
  ['errorEventDefinition', 'Let the worker report the BPMN error.'],
])

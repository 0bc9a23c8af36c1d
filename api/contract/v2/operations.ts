import { activateAdHocSubProcessActivities } from './ad-hoc-activities.ts'
import * as batches from './batch-operations.ts'
import * as cluster from './cluster.ts'
import * as decisions from './decisions.ts'
import * as deployments from './deployments.ts'
import * as elementInstances from './element-instances.ts'
import { evaluateDecision } from './evaluate-decision.ts'
import * as incidents from './incidents.ts'
import * as jobs from './job-operations.ts'
import { searchMessageSubscriptions } from './message-subscriptions.ts'
import * as messages from './messages.ts'
import * as modify from './modify-instances.ts'
import * as processDefinitions from './process-definitions.ts'
import * as processInstances from './process-instances.ts'
import { broadcastSignal } from './signals.ts'
import * as userTasks from './user-task-operations.ts'
import * as variables from './variables.ts'

/** Every operation of `/v2`, in the order of the document. */
export const v2Operations = {
  getTopology: cluster.getTopology,
  getStatus: cluster.getStatus,
  getAuthentication: cluster.getAuthentication,
  createDeployment: deployments.createDeployment,
  getResource: deployments.getResource,
  getResourceContent: deployments.getResourceContent,
  searchProcessDefinitions: processDefinitions.searchProcessDefinitions,
  getProcessDefinition: processDefinitions.getProcessDefinition,
  getProcessDefinitionXml: processDefinitions.getProcessDefinitionXml,
  getStartProcessForm: processDefinitions.getStartProcessForm,
  getProcessDefinitionStatistics: processDefinitions.getProcessDefinitionStatistics,
  createProcessInstance: processInstances.createProcessInstance,
  searchProcessInstances: processInstances.searchProcessInstances,
  getProcessInstance: processInstances.getProcessInstance,
  cancelProcessInstance: processInstances.cancelProcessInstance,
  searchProcessInstanceIncidents: processInstances.searchProcessInstanceIncidents,
  getProcessInstanceSequenceFlows: processInstances.getProcessInstanceSequenceFlows,
  getProcessInstanceStatistics: processInstances.getProcessInstanceStatistics,
  getProcessInstanceCallHierarchy: processInstances.getProcessInstanceCallHierarchy,
  modifyProcessInstance: modify.modifyProcessInstance,
  migrateProcessInstance: modify.migrateProcessInstance,
  cancelProcessInstancesBatchOperation: batches.cancelProcessInstancesBatchOperation,
  resolveIncidentsBatchOperation: batches.resolveIncidentsBatchOperation,
  migrateProcessInstancesBatchOperation: batches.migrateProcessInstancesBatchOperation,
  modifyProcessInstancesBatchOperation: batches.modifyProcessInstancesBatchOperation,
  getBatchOperation: batches.getBatchOperation,
  searchBatchOperations: batches.searchBatchOperations,
  cancelBatchOperation: batches.cancelBatchOperation,
  suspendBatchOperation: batches.suspendBatchOperation,
  resumeBatchOperation: batches.resumeBatchOperation,
  searchBatchOperationItems: batches.searchBatchOperationItems,
  searchElementInstances: elementInstances.searchElementInstances,
  getElementInstance: elementInstances.getElementInstance,
  activateAdHocSubProcessActivities,
  createElementInstanceVariables: variables.createElementInstanceVariables,
  searchVariables: variables.searchVariables,
  getVariable: variables.getVariable,
  searchUserTasks: userTasks.searchUserTasks,
  getUserTask: userTasks.getUserTask,
  completeUserTask: userTasks.completeUserTask,
  assignUserTask: userTasks.assignUserTask,
  unassignUserTask: userTasks.unassignUserTask,
  updateUserTask: userTasks.updateUserTask,
  getUserTaskForm: userTasks.getUserTaskForm,
  searchUserTaskVariables: userTasks.searchUserTaskVariables,
  activateJobs: jobs.activateJobs,
  searchJobs: jobs.searchJobs,
  completeJob: jobs.completeJob,
  failJob: jobs.failJob,
  throwJobError: jobs.throwJobError,
  updateJob: jobs.updateJob,
  publishMessage: messages.publishMessage,
  correlateMessage: messages.correlateMessage,
  searchMessageSubscriptions,
  broadcastSignal,
  searchIncidents: incidents.searchIncidents,
  getIncident: incidents.getIncident,
  resolveIncident: incidents.resolveIncident,
  searchDecisionDefinitions: decisions.searchDecisionDefinitions,
  getDecisionDefinition: decisions.getDecisionDefinition,
  evaluateDecision,
  getDecisionDefinitionXml: decisions.getDecisionDefinitionXml,
} as const

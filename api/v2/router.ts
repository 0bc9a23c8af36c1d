import type { RequestHandler } from 'express'
import { mountRoutes } from '../http/mount-routes.ts'
import type { Route } from '../http/route.ts'
import type { V2Dependencies } from './dependencies.ts'
import { activateAdHocRoute } from './routes/activate-ad-hoc.ts'
import { activateJobsRoute } from './routes/activate-jobs.ts'
import { batchOperationRoutes } from './routes/batch-operations.ts'
import { clusterRoutes } from './routes/cluster.ts'
import { createProcessInstanceRoute } from './routes/create-process-instance.ts'
import { decisionRoutes } from './routes/decisions.ts'
import { deploymentRoutes } from './routes/deployments.ts'
import { elementInstanceRoutes } from './routes/element-instances.ts'
import { incidentRoutes } from './routes/incidents.ts'
import { jobRoutes } from './routes/jobs.ts'
import { messageSubscriptionRoutes } from './routes/message-subscriptions.ts'
import { messageRoutes } from './routes/messages.ts'
import { modifyInstanceRoutes } from './routes/modify-instances.ts'
import { processDefinitionRoutes } from './routes/process-definitions.ts'
import { processInstanceRoutes } from './routes/process-instances.ts'
import { resourceRoutes } from './routes/resources.ts'
import { signalRoutes } from './routes/signals.ts'
import { userTaskRoutes } from './routes/user-tasks.ts'
import { variableRoutes } from './routes/variables.ts'
import { workUserTaskRoutes } from './routes/work-user-tasks.ts'

/** All routes of `/v2`, without that prefix. */
export const v2Routes = (dependencies: V2Dependencies): Route[] => [
  ...clusterRoutes(),
  ...deploymentRoutes(dependencies),
  ...resourceRoutes(dependencies),
  ...processDefinitionRoutes(dependencies),
  createProcessInstanceRoute(dependencies),
  ...processInstanceRoutes(dependencies),
  ...modifyInstanceRoutes(dependencies),
  ...batchOperationRoutes(dependencies),
  ...elementInstanceRoutes(dependencies),
  activateAdHocRoute(dependencies),
  ...variableRoutes(dependencies),
  ...userTaskRoutes(dependencies),
  ...workUserTaskRoutes(dependencies),
  activateJobsRoute(dependencies),
  ...jobRoutes(dependencies),
  ...messageRoutes(dependencies),
  ...messageSubscriptionRoutes(dependencies),
  ...signalRoutes(dependencies),
  ...incidentRoutes(dependencies),
  ...decisionRoutes(dependencies),
]

/** Who it is was found out where the router is mounted; a route that finds nobody answers 401. */
const knownAlready: RequestHandler = (_request, _response, next) => next()

/**
 * The public contract of the Orchestration Cluster REST API 8.8, as far as this platform has what it is about. To be
 * mounted at `/v2` behind authentication.
 */
export const v2Router = (dependencies: V2Dependencies): RequestHandler =>
  mountRoutes(v2Routes(dependencies), {
    authenticate: knownAlready,
    checkAnswers: dependencies.checkAnswers ?? false,
  })

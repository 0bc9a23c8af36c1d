import type { Request } from 'express'
import { z } from 'zod'
import type { Deployment } from '../../engine/runtime/engine.ts'
import { Deployed, DeployFiles } from '../contract/index.ts'
import { ApiProblem } from '../http/api-problem.ts'
import { readMultipart } from '../http/read-multipart.ts'
import { type Route, route } from '../http/route.ts'
import { keyText } from '../presenters/shapes.ts'
import type { Services } from '../services.ts'

function presentDeployment(deployment: Deployment): Deployed {
  const { key, processes, decisions, forms, translations } = deployment
  return {
    key: keyText(key),
    resources: [
      ...processes.map(({ row, isNew }) => resource('process', row.processId, row.name, row, isNew)),
      ...decisions.map(({ row, isNew }) => resource('decision', row.decisionId, row.name, row, isNew)),
      ...forms.map(({ row, isNew }) => resource('form', row.formId, row.formId, row, isNew)),
    ],
    translations: translations.map((one) => ({ ...one })),
  }
}

const resource = (
  kind: Deployed['resources'][number]['kind'],
  id: string,
  name: string,
  { key, version }: { readonly key: number; readonly version: number },
  isNew: boolean,
) => ({ kind, id, name, version, isNew, definitionKey: keyText(key) })

const DeployQuery = z.strictObject({
  /** Of a diagram sent as the body itself. */
  name: DeployFiles.shape.files.element.shape.name.optional(),
})

/** Field of a form that holds the files. */
const FIELD = 'files'

/** `body` is undefined where the route reads the body itself. */
async function filesOf(request: Request, name: string | undefined, body: DeployFiles | undefined) {
  const raw: unknown = request.body
  if (typeof raw === 'string') return [{ name: name ?? 'diagram.bpmn', content: raw }]
  return body?.files ?? readMultipart(request, FIELD)
}

/** Deployment of diagrams, decisions and forms: all files or none. */
export function deploymentRoutes({ engine }: Services): Route[] {
  const deploy = route({
    method: 'post',
    path: '/api/deployments',
    tag: 'Processes',
    summary: 'Deploy files, as JSON or as a form; or one file as the body itself, named by ?name=',
    access: 'process.deploy',
    query: DeployQuery,
    body: DeployFiles,
    textBody: ['text/xml', 'application/xml', 'text/plain'],
    filesField: FIELD,
    limit: '4mb',
    status: 201,
    answer: Deployed,
    problems: {
      400: 'invalid_request, files_not_deployable, multipart_not_valid, deployment_refused (with `problems`)',
      413: 'body_too_large',
    },
    async handle({ person, query, body, request }) {
      const done = await engine.deploy(await filesOf(request, query.name, body), person.id)
      if (done.ok) return presentDeployment(done.value)
      const first = done.error[0]
      throw new ApiProblem(400, 'deployment_refused', `Nothing was deployed. ${first?.message ?? ''}`, {
        problems: done.error.map((problem) => ({ ...problem })),
      })
    },
  })
  return [deploy]
}

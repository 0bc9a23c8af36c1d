import type { Problem } from '../../../engine/index.ts'
import { createDeployment } from '../../contract/v2/deployments.ts'
import { ApiProblem } from '../../http/api-problem.ts'
import { readMultipart } from '../../http/read-multipart.ts'
import type { Route } from '../../http/route.ts'
import type { V2Dependencies } from '../dependencies.ts'
import { presentDeployment } from '../present/deployment.ts'
import { serve } from '../serve.ts'

export const deploymentRoutes = ({ engine }: V2Dependencies): Route[] => [
  serve(createDeployment, 'process.deploy', async ({ person, request }) => {
    const files = await readMultipart(request, 'resources')
    const deployed = await engine.deploy(files, person.id)
    if (!deployed.ok) throw deploymentRefused(deployed.error)
    return presentDeployment(deployed.value)
  }),
]

/** Names every problem in `problems`, and the first ones in the text that clients show. */
function deploymentRefused(problems: readonly Problem[]): ApiProblem {
  const shown = problems.slice(0, 5).map(({ element, message, remedy }) => `${element}: ${message} ${remedy}`)
  const more = problems.length > shown.length ? ` (and ${problems.length - shown.length} more)` : ''
  return new ApiProblem(400, 'deployment_refused', `Nothing was deployed. ${shown.join(' ')}${more}`, {
    problems: problems.map((problem) => ({ ...problem })),
  })
}

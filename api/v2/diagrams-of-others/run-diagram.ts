import { deployFiles } from '../testing/deploy-diagrams.ts'
import type { ServedCompany } from '../testing/served-company.ts'
import { begin } from './begin.ts'
import type { Driving } from './deeds.ts'
import { drive } from './drive.ts'
import { besideIn, type Folder, readIn } from './files-of-others.ts'
import { type Drawing, readDrawing } from './read-drawing.ts'
import { runOf } from './run-of.ts'
import type { FoundProblem, Outcome, Run, Way } from './way.ts'
import { beside, called, ways } from './ways.ts'

type Deployed = Awaited<ReturnType<typeof deployFiles>>

/** Deploys a diagram with the decisions and forms of its folder, and runs it in each of its ways. */
export async function runDiagram(company: ServedCompany, folder: Folder, name: string): Promise<Outcome> {
  const xml = readIn(folder, name)
  const deployed = await tryDeploy(company, folder, name, xml)
  if ('problems' in deployed) return { kind: 'refused', problems: deployed.problems }
  const drawing = await readDrawing(xml)
  const runs: Run[] = []
  for (const way of ways[name] ?? [{ name: 'worked', ends: [] }])
    runs.push(...(await runWay(company, deployed, drawing, way)))
  return { kind: 'run', runs }
}

async function tryDeploy(
  company: ServedCompany,
  folder: Folder,
  name: string,
  xml: string,
): Promise<Deployed | { problems: readonly FoundProblem[] }> {
  const others = (called[name] ?? []).map((other) => [other, readIn(folder, other)] as const)
  const files = { ...besideIn(folder), ...beside[name], ...Object.fromEntries(others), [name]: xml }
  try {
    return await deployFiles(company, files)
  } catch {
    return { problems: await problemsOf(company, files) }
  }
}

/** The client throws a problem's text only: the same files once more, for its list. */
async function problemsOf(company: ServedCompany, files: Record<string, string>): Promise<FoundProblem[]> {
  const body = new FormData()
  for (const [name, content] of Object.entries(files)) body.append('resources', new File([content], name))
  const headers = { authorization: company.authorization('dana') }
  const answer = await fetch(`${company.url}/v2/deployments`, { method: 'POST', headers, body })
  const problem = (await answer.json()) as { code?: string; problems?: FoundProblem[] } // as deployments answer
  if (problem.code !== 'deployment_refused' || problem.problems === undefined)
    throw new Error(`Expected deployment_refused, got ${answer.status} ${JSON.stringify(problem)}`)
  return problem.problems
}

async function runWay(
  company: ServedCompany,
  { processes }: Deployed,
  drawing: Drawing,
  way: Way,
): Promise<Run[]> {
  const runs: Run[] = []
  for (const process of drawing.ofType('bpmn:Process')) {
    const definition = processes.find(({ processDefinitionId }) => processDefinitionId === process.id)
    if (definition === undefined) continue
    const people = { designer: company.client('dana'), staff: company.client('sara') }
    const driving: Driving = { company, ...people, way, deeds: [] }
    const keys = await begin(driving, process, definition.processDefinitionKey)
    await drive(driving)
    for (const key of keys) runs.push(await runOf(driving, definition.processDefinitionId, key))
  }
  return runs
}

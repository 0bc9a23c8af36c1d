import { type DmnProblem, parseDecisions } from '../dmn/index.ts'
import { translateCamunda7 } from '../graph/camunda7/translate-camunda7.ts'
import { compile } from '../graph/compile.ts'
import type { ProcessGraph } from '../graph/process-graph.ts'
import { parse } from '../model/parse.ts'
import type { Rows } from '../ports/rows.ts'
import type { StoreTransaction } from '../ports/store.ts'
import type { Problem } from '../problem.ts'
import { fail, ok, type Result } from '../result.ts'
import { contentHash } from './content-hash.ts'
import type { DeployedResource, Deployment, DeploymentFile, FileTranslation, Refusal } from './engine.ts'
import type { EngineOptions } from './engine-options.ts'
import { type Arming, armStart } from './start-triggers.ts'
import type { Transactor } from './transactor.ts'

/** What a file holds once it has been read. */
interface Read {
  readonly file: DeploymentFile
  readonly hash: string
  readonly processes: readonly ProcessGraph[]
  readonly decisions: readonly {
    readonly id: string
    readonly name: string
    readonly requirementsId: string
  }[]
  readonly forms: readonly { readonly id: string }[]
  readonly translations: readonly FileTranslation[]
}

/** Reads and checks every file first, so that all problems of all files are told at once; then all or none. [DE1] */
export async function deploy(
  transactor: Transactor,
  options: EngineOptions,
  files: readonly DeploymentFile[],
  by: string,
): Promise<Result<Deployment, Problem[]>> {
  const read = await Promise.all(files.map((file) => readFile(file, options)))
  const problems = read.flatMap((one) => (one.ok ? [] : one.error))
  const good = read.flatMap((one) => (one.ok ? [one.value] : []))
  const all = [...problems, ...duplicates(good), ...(files.length === 0 ? [NOTHING] : [])]
  if (all.length > 0) return fail(all)
  const timers: Problem[] = []
  const done = await transactor.run<Deployment>([], by, async (work, tx) => {
    timers.length = 0 // an attempt before this one may have failed
    const { nextKey, now, zone, calendar } = work.context
    const key = nextKey()
    tx.insert('deployments', { key, at: now, by })
    const translations = good.flatMap((one) => one.translations)
    const deployment = { key, processes: [], decisions: [], forms: [], translations }
    const into = new Deploying(tx, deployment, { nextKey, now, zone, calendar })
    for (const one of good) timers.push(...(await into.add(one)))
    return timers.length === 0 ? ok(deployment) : fail(UNTIMELY)
  })
  if (timers.length > 0) return fail(timers)
  if (!done.ok) throw new Error(`a deployment is never refused once it was read: ${done.error.message}`)
  return ok(done.value)
}

/** Undoes the deployment; what is told are the timers' own problems. */
const UNTIMELY: Refusal = { code: 'timer_without_next_turn', message: 'a start timer can never fire' }

const NOTHING: Problem = {
  code: 'nothing_to_deploy',
  element: '',
  message: 'expected at least one .bpmn, .dmn or .form file, got none',
  remedy: 'add a file',
}

async function readFile(file: DeploymentFile, options: EngineOptions): Promise<Result<Read, Problem[]>> {
  const nothing = { processes: [], decisions: [], forms: [], translations: [] }
  const empty: Read = { file, hash: contentHash(file.content), ...nothing }
  if (file.name.endsWith('.bpmn')) return readDiagram(empty, options)
  if (file.name.endsWith('.dmn')) {
    const model = await parseDecisions(file.content)
    if (!model.ok) return fail(inFile(file, model.error.map(decisionProblem)))
    const requirementsId = model.value.id
    const decisions = model.value.decisions.map(({ id, name }) => ({ id, name, requirementsId }))
    return ok({ ...empty, decisions })
  }
  if (file.name.endsWith('.form')) return readForm(empty, options)
  return fail([
    {
      code: 'unknown_file_type',
      element: '',
      message: `expected a file ending in .bpmn, .dmn or .form, got '${file.name}'`,
      remedy: 'rename it, or leave it out',
    },
  ])
}

async function readDiagram(read: Read, options: EngineOptions): Promise<Result<Read, Problem[]>> {
  const { file } = read
  const model = await (options.parse ?? parse)(file.content)
  const graphs = model.ok ? compile(model.value) : model
  if (!model.ok || !graphs.ok) return fail(inFile(file, graphs.ok ? [] : graphs.error))
  const doubts = graphs.value.flatMap((graph) => graph.doubts)
  if (doubts.length > 0) return fail(inFile(file, doubts))
  const translations = translateCamunda7(model.value).translations.map((one) => ({ file: file.name, ...one }))
  return ok({ ...read, processes: graphs.value, translations })
}

const decisionProblem = ({ code, elementId, message }: DmnProblem): Problem => ({
  code,
  element: elementId,
  message,
  remedy: 'mend the decision in its editor, then deploy again',
})

function readForm(read: Read, { checkForm }: EngineOptions): Result<Read, Problem[]> {
  let schema: unknown
  try {
    schema = JSON.parse(read.file.content)
  } catch (error) {
    const message = `expected JSON, got something else: ${(error as Error).message}`
    const remedy = 'export the form again from its editor'
    return fail(inFile(read.file, [{ code: 'form_not_json', element: '', message, remedy }]))
  }
  const problems = checkForm(schema)
  if (problems.length > 0) return fail(inFile(read.file, problems))
  const { id } = schema as { id: string } // checked just now
  return ok({ ...read, forms: [{ id }] })
}

const inFile = (file: DeploymentFile, problems: readonly Problem[]): Problem[] =>
  problems.map((problem) => ({ ...problem, message: `${file.name}: ${problem.message}` }))

function duplicates(read: readonly Read[]): Problem[] {
  const seen = new Set<string>()
  const problems: Problem[] = []
  for (const { file, processes, decisions, forms } of read) {
    const ids = [
      ...processes.map(({ processId }) => `process '${processId}'`),
      ...decisions.map(({ id }) => `decision '${id}'`),
      ...forms.map(({ id }) => `form '${id}'`),
    ]
    for (const id of ids) {
      if (seen.has(id)) problems.push(duplicate(file, id))
      seen.add(id)
    }
  }
  return problems
}

const duplicate = (file: DeploymentFile, id: string): Problem => ({
  code: 'duplicate_resource',
  element: '',
  message: `${file.name}: ${id} stands in this deployment more than once`,
  remedy: 'leave one of them out',
})

type Writable<T> = { -readonly [K in keyof T]: T[K] extends readonly (infer E)[] ? E[] : T[K] }

/** Gives each resource its key and version; what has not changed since its latest version keeps that. */
class Deploying {
  private readonly tx: StoreTransaction
  private readonly deployment: Writable<Deployment>
  private readonly arming: Arming

  constructor(tx: StoreTransaction, deployment: Writable<Deployment>, arming: Arming) {
    this.tx = tx
    this.deployment = deployment
    this.arming = arming
  }

  /** What is wrong with start timers shows only now, as it depends on the moment and the calendars. */
  async add(read: Read): Promise<Problem[]> {
    const problems: Problem[] = []
    for (const graph of read.processes)
      this.deployment.processes.push(await this.addProcess(graph, read, problems))
    for (const decision of read.decisions)
      this.deployment.decisions.push(await this.addDecision(decision, read))
    for (const form of read.forms) this.deployment.forms.push(await this.addForm(form.id, read))
    return inFile(read.file, problems)
  }

  private async addProcess(
    graph: ProcessGraph,
    { file, hash }: Read,
    problems: Problem[],
  ): Promise<DeployedResource<Rows['processDefinitions']>> {
    const { processId, versionTag, name } = graph
    const [latest] = await this.tx.find('processDefinitions', {
      where: [{ column: 'processId', is: '=', value: processId }],
      orderBy: [{ column: 'version', descending: true }],
      limit: 1,
    })
    if (latest?.hash === hash) return { row: latest, isNew: false }
    const row = {
      ...this.common(file, hash, latest),
      processId,
      versionTag,
      name: name || processId,
      xml: file.content,
    }
    this.tx.insert('processDefinitions', row)
    problems.push(...(await armStart(this.tx, graph, row.key, latest?.key, this.arming)))
    return { row, isNew: true }
  }

  private async addDecision(
    { id, name, requirementsId }: Read['decisions'][number],
    { file, hash }: Read,
  ): Promise<DeployedResource<Rows['decisions']>> {
    const [latest] = await this.tx.find('decisions', {
      where: [{ column: 'decisionId', is: '=', value: id }],
      orderBy: [{ column: 'version', descending: true }],
      limit: 1,
    })
    if (latest?.hash === hash) return { row: latest, isNew: false }
    const common = this.common(file, hash, latest)
    const row = { ...common, decisionId: id, name: name || id, requirementsId, xml: file.content }
    this.tx.insert('decisions', row)
    return { row, isNew: true }
  }

  private async addForm(formId: string, { file, hash }: Read): Promise<DeployedResource<Rows['forms']>> {
    const [latest] = await this.tx.find('forms', {
      where: [{ column: 'formId', is: '=', value: formId }],
      orderBy: [{ column: 'version', descending: true }],
      limit: 1,
    })
    if (latest?.hash === hash) return { row: latest, isNew: false }
    const row = { ...this.common(file, hash, latest), formId, schema: file.content }
    this.tx.insert('forms', row)
    return { row, isNew: true }
  }

  private common(file: DeploymentFile, hash: string, latest: { readonly version: number } | undefined) {
    return {
      key: this.arming.nextKey(),
      deployment: this.deployment.key,
      version: (latest?.version ?? 0) + 1,
      resourceName: file.name,
      hash,
    }
  }
}

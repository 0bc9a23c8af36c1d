import { deployable } from '../../engine/graph/index.ts'
import type { GraphElement, JobDefinition, ProcessGraph } from '../../engine/graph/process-graph.ts'
import { BadProcessFolder, type ProcessFolder } from './read-folders.ts'

/** The jobs that an element asks for. */
function jobsOf(element: GraphElement): JobDefinition[] {
  switch (element.type) {
    case 'serviceTask':
      return [element.job]
    case 'scriptTask':
      return element.script.kind === 'job' ? [element.script.job] : []
    case 'businessRuleTask':
      return element.rule.kind === 'job' ? [element.rule.job] : []
    case 'sendTask':
    case 'endEvent':
    case 'intermediateThrowEvent':
      return element.actions.flatMap((action) => (action.kind === 'job' ? [action.job] : []))
    default:
      return []
  }
}

const has = ({ files }: ProcessFolder, name: string) => files.some((file) => file.name === name)

/** What an element needs beside the diagram and the folders do not have, as a sentence; null when all is there. */
function missingOf(
  element: GraphElement,
  folder: ProcessFolder,
  all: readonly ProcessFolder[],
): string | null {
  for (const { type } of jobsOf(element))
    if (type.kind === 'fixed' && !Object.hasOwn(folder.handlers, type.text))
      return `a handler for the job type ${type.text}: add it to handlers.ts`
  if (element.type === 'userTask' && element.userTask.form?.kind === 'id') {
    const { formId } = element.userTask.form
    if (!has(folder, `${formId}.form`)) return `the form ${formId}.form`
  }
  if (element.type === 'businessRuleTask' && element.rule.kind === 'decision') {
    const { decisionId } = element.rule
    if (decisionId.kind === 'fixed' && !all.some((one) => has(one, `${decisionId.text}.dmn`)))
      return `the decision ${decisionId.text}.dmn`
  }
  return null
}

function checkGraph(graph: ProcessGraph, folder: ProcessFolder, all: readonly ProcessFolder[]): void {
  for (const element of graph.elements) {
    const missing = missingOf(element, folder, all)
    if (missing !== null) throw new BadProcessFolder(folder.id, `the element ${element.id} needs ${missing}.`)
  }
  const start = graph.startForm
  if (start?.kind === 'id' && !has(folder, `${start.formId}.form`))
    throw new BadProcessFolder(folder.id, `its start event needs the form ${start.formId}.form.`)
}

/**
 * Checks that a folder is complete before anything of it is deployed: process id = folder, and every form, decision and
 * handler that the diagram names is there. Throws `BadProcessFolder`.
 */
export async function checkFolder(folder: ProcessFolder, all: readonly ProcessFolder[]): Promise<void> {
  const diagram = folder.files.find((file) => file.name === `${folder.id}.bpmn`)
  const read = await deployable(diagram?.content ?? '')
  if (!read.ok) {
    const first = read.error[0]
    throw new BadProcessFolder(
      folder.id,
      `the diagram can't be deployed: ${first?.element ?? ''} ${first?.message ?? ''} ${first?.remedy ?? ''}`,
    )
  }
  const { graphs } = read.value
  if (!graphs.some((graph) => graph.processId === folder.id))
    throw new BadProcessFolder(
      folder.id,
      `expected a process with the id ${folder.id}, found ${graphs.map((graph) => graph.processId).join(', ')}.`,
    )
  for (const graph of graphs) checkGraph(graph, folder, all)
}

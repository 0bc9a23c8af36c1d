import type { Model } from '../model/model.ts'
import type { Problem } from '../problem.ts'
import { fail, ok, type Result } from '../result.ts'
import { translateCamunda7 } from './camunda7/translate-camunda7.ts'
import { compileProcess } from './compile-process.ts'
import type { ProcessGraph } from './process-graph.ts'

/**
 * Compiles the executable processes of a file for running, after translating what it says in the version 7 namespace; cost grows linearly with the number of elements.
 *
 * @returns one graph for each of them, or every reason why the file can't be run, all at once: each names the element,
 *   the cause and a remedy
 */
export function compile(drawn: Model): Result<ProcessGraph[], Problem[]> {
  const { model, problems: untranslated } = translateCamunda7(drawn)
  const executable = model.processes.filter((process) => process.executable)
  if (executable.length === 0) return fail([notExecutable(model)])
  const graphs: ProcessGraph[] = []
  const problems: Problem[] = [...untranslated]
  for (const process of executable) {
    const compiled = compileProcess(process, model)
    if (compiled.ok) graphs.push(compiled.value)
    else problems.push(...compiled.error)
  }
  return problems.length > 0 ? fail(withoutRepeats(problems)) : ok(graphs)
}

/** A message used by two processes has its problem once. */
const withoutRepeats = (problems: readonly Problem[]): Problem[] => [
  ...new Map(problems.map((problem) => [JSON.stringify(problem), problem])).values(),
]

const notExecutable = (model: Model): Problem => ({
  code: 'no_executable_process',
  element: model.processes[0]?.id ?? '',
  message:
    model.processes.length === 0
      ? 'The file holds no process.'
      : `None of its processes is marked as executable (${model.processes.map(({ id }) => id).join(', ')}).`,
  remedy: 'Mark the process as executable (isExecutable="true").',
})

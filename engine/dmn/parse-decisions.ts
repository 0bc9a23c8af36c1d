import { fail, ok, type Result } from '../result.ts'
import { type CompiledModel, compileModel } from './compile-model.ts'
import type { DecisionModel, DmnProblem } from './decision-model.ts'
import { DmnStop } from './decision-stop.ts'
import { type DmnElement, idOf, textOf } from './read/element.ts'
import { readDefinitions } from './read/read-xml.ts'

/**
 * Reads and compiles a DMN file of any edition from 1.1 to 1.5.
 * @param xml the file
 * @param imports files of the models that it and they import, in any order
 * @returns the model, or why it cannot run: each problem names element, cause and remedy
 */
export async function parseDecisions(
  xml: string,
  imports: readonly string[] = [],
): Promise<Result<DecisionModel, DmnProblem[]>> {
  const read = await readDecisions(xml, imports)
  if (!read.ok) return read
  const { model, problems } = read.value
  return problems.length === 0 ? ok(model) : fail([...problems])
}

/** A model of which some logic may be unable to run: asked for that, it fails with `decision_refused`. */
export interface ReadModel {
  readonly model: DecisionModel
  readonly problems: readonly DmnProblem[]
}

/** The same for a file that has to be read as far as it goes, as the DMN TCK expects of its erroneous models. */
export async function readDecisions(
  xml: string,
  imports: readonly string[] = [],
): Promise<Result<ReadModel, DmnProblem[]>> {
  try {
    const others: DmnElement[] = []
    for (const file of imports) others.push(await readDefinitions(file))
    const { model, problems } = compileModel(await readDefinitions(xml), modelsOf(others))
    return ok({ model, problems })
  } catch (thrown) {
    if (thrown instanceof DmnStop) return fail([thrown.problem])
    // JavaScript's stack is the limit of nesting; a file beyond it is no file of a modeller.
    if (thrown instanceof RangeError) return fail([TOO_DEEP])
    throw thrown
  }
}

/** Compiles the models that are asked for, each once and after those it imports itself. */
function modelsOf(files: readonly DmnElement[]): (namespace: string) => CompiledModel | undefined {
  const done = new Map<string, CompiledModel>()
  const running = new Set<string>()
  const find = (namespace: string): CompiledModel | undefined => {
    const file = files.find((other) => textOf(other, 'namespace') === namespace)
    if (file === undefined) return undefined
    const known = done.get(namespace)
    if (known !== undefined) return known
    if (running.has(namespace)) throw importCycle(file)
    running.add(namespace)
    const made = compileModel(file, find)
    done.set(namespace, made)
    return made
  }
  return find
}

const importCycle = (file: DmnElement): DmnStop =>
  new DmnStop(
    'dmn_requirement_cycle',
    idOf(file),
    `Expected models that do not import each other, got a cycle at "${textOf(file, 'namespace')}"; remove one import.`,
  )

const TOO_DEEP: DmnProblem = {
  code: 'dmn_too_deep',
  elementId: '',
  message: 'Expected elements and requirements that fit the stack, got deeper nesting; divide the model.',
}

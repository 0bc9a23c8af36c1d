import { fail, ok, type Result } from '../result.ts'
import { type CompiledModel, compileModel } from './compile-model.ts'
import type { DecisionModel, DmnProblem } from './decision-model.ts'
import { DmnStop } from './decision-stop.ts'
import { readDefinitions } from './read/read-xml.ts'

/**
 * Reads and compiles a DMN file of any edition from 1.1 to 1.5.
 * @param xml the file
 * @param imports files of the models it imports
 * @returns the model, or why it cannot run: each problem names element, cause and remedy
 */
export async function parseDecisions(
  xml: string,
  imports: readonly string[] = [],
): Promise<Result<DecisionModel, DmnProblem[]>> {
  try {
    const imported: CompiledModel[] = []
    for (const file of imports) imported.push(compileModel(await readDefinitions(file), imported))
    return ok(compileModel(await readDefinitions(xml), imported).model)
  } catch (thrown) {
    if (thrown instanceof DmnStop) return fail([thrown.problem])
    // JavaScript's stack is the limit of nesting; a file beyond it is no file of a modeller.
    if (thrown instanceof RangeError) return fail([TOO_DEEP])
    throw thrown
  }
}

const TOO_DEEP: DmnProblem = {
  code: 'dmn_too_deep',
  elementId: '',
  message: 'Expected elements and requirements that fit the stack, got deeper nesting; divide the model.',
}

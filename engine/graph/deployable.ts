import type { Model } from '../model/model.ts'
import { parse } from '../model/parse.ts'
import type { Problem } from '../problem.ts'
import { fail, ok, type Result } from '../result.ts'
import { translateCamunda7 } from './camunda7/translate-camunda7.ts'
import type { Translation } from './camunda7/translation.ts'
import { compile } from './compile.ts'
import type { ProcessGraph } from './process-graph.ts'

export interface Deployable {
  /** As the file has it. */
  readonly model: Model
  readonly graphs: readonly ProcessGraph[]
  /** What it says in the version 7 namespace, and what that became. */
  readonly translations: readonly Translation[]
}

/** Reads and compiles a BPMN file at once: what deployment needs. */
export async function deployable(xml: string): Promise<Result<Deployable, Problem[]>> {
  const parsed = await parse(xml)
  if (!parsed.ok) return parsed
  const compiled = compile(parsed.value)
  if (!compiled.ok) return compiled
  const doubts = compiled.value.flatMap((graph) => graph.doubts)
  if (doubts.length > 0) return fail(doubts)
  const { translations } = translateCamunda7(parsed.value)
  return ok({ model: parsed.value, graphs: compiled.value, translations })
}

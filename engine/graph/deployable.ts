import type { Model } from '../model/model.ts'
import { parse } from '../model/parse.ts'
import type { Problem } from '../problem.ts'
import { ok, type Result } from '../result.ts'
import { compile } from './compile.ts'
import type { ProcessGraph } from './process-graph.ts'

/** Reads and compiles a BPMN file at once: what deployment needs. */
export async function deployable(
  xml: string,
): Promise<Result<{ readonly model: Model; readonly graphs: readonly ProcessGraph[] }, Problem[]>> {
  const parsed = await parse(xml)
  if (!parsed.ok) return parsed
  const compiled = compile(parsed.value)
  return compiled.ok ? ok({ model: parsed.value, graphs: compiled.value }) : compiled
}

import { readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { validate } from '../engine/model/validity/validate.ts'
import type { Problem } from '../engine/problem.ts'
import { argued } from './argued-static.ts'

/** One model of a pack of models that are valid or invalid by the standard. */
interface StaticModel {
  readonly id: string
  readonly file: string
  readonly constraint: string
  readonly expect: 'valid' | 'invalid'
  /** What the authors' validator reports, as far as they assert it. */
  readonly details?: readonly { readonly message?: string; readonly line?: number }[]
}

export interface StaticVerdict extends StaticModel {
  readonly got: 'valid' | 'invalid'
  readonly right: boolean
  /** Lines the pack names and none of our problems does. */
  readonly linesNotNamed: readonly number[]
  readonly problems: readonly Problem[]
  /** Why a wrong verdict stands, with the standard's section. */
  readonly argued: string | null
}

/** Judges every model of `static_index.json` in a folder, which says which verdicts are expected. */
export async function runStaticPack(folder: string): Promise<StaticVerdict[]> {
  const index = JSON.parse(await readFile(join(folder, 'static_index.json'), 'utf8'))
  const verdicts: StaticVerdict[] = []
  for (const model of index.models as StaticModel[]) verdicts.push(await judge(folder, model))
  return verdicts
}

async function judge(folder: string, model: StaticModel): Promise<StaticVerdict> {
  const path = join(folder, model.file)
  const beside = (location: string) => readFile(join(dirname(path), location), 'utf8').catch(() => undefined)
  const problems = await validate(await readFile(path, 'utf8'), { resolve: beside })
  const got = problems.length === 0 ? 'valid' : 'invalid'
  const right = got === model.expect
  const named = new Set(problems.map(({ line }) => line))
  const lines = (model.details ?? []).flatMap(({ line }) => line ?? [])
  return {
    ...model,
    got,
    right,
    linesNotNamed: lines.filter((line) => !named.has(line)),
    problems,
    argued: right ? null : (argued.get(model.id) ?? null),
  }
}

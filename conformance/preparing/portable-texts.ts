import { basename } from 'node:path'
import type { Case } from '../pack/pack.ts'

/** By element or sequence flow: the file's text of an expression and the FEEL that stands for it. */
export type PortableTexts = ReadonlyMap<string, ReadonlyMap<string, string>>

/** The portable expressions of one file of a case. */
export function portableTexts({ expressions = [] }: Case, path: string): PortableTexts {
  const texts = new Map<string, Map<string, string>>()
  for (const { element, text, portable, file } of expressions) {
    if (!element || portable?.feel === undefined) continue
    if (file !== undefined && basename(file) !== basename(path)) continue
    const known = texts.get(element) ?? new Map<string, string>()
    texts.set(element, known.set(text.trim(), `=${standardNames(portable.feel)}`))
  }
  return texts
}

/** Attributes of a multi-instance activity under the names that other engines gave them. (OMG BPMN 2.0.2, table 10.30) */
const counters: Readonly<Record<string, string>> = {
  nrOfInstances: 'numberOfInstances',
  nrOfActiveInstances: 'numberOfActiveInstances',
  nrOfCompletedInstances: 'numberOfCompletedInstances',
}

const standardNames = (feel: string): string =>
  feel.replaceAll(/\bnrOf\w+\b/g, (name) => counters[name] ?? name)

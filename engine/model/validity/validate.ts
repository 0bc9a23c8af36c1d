import type { Problem } from '../../problem.ts'
import { BpmnFiles } from './bpmn-files.ts'
import type { Breach } from './breach.ts'
import { checkIds } from './check-ids.ts'
import { checkReferences } from './check-references.ts'
import type { Resolve } from './document/imported-file.ts'
import { type Loaded, loadDocuments } from './document/load-documents.ts'
import { problem } from './problem-of.ts'
import type { Rule } from './rule.ts'
import { rules } from './rules/rules.ts'
import { checkStructure } from './schema/check-structure.ts'

export interface ValidateOptions {
  /** Gives the text of an imported file; without it no import can be followed. */
  readonly resolve?: Resolve
}

/**
 * Judges a BPMN document, and those it imports, by OMG BPMN 2.0.2: its schemas, its references and the rules of its text.
 *
 * @param xml the decoded text of the file
 * @returns every rule that is not kept, with the element and its line: imports that fail first, then file by file in
 *   the order of lines; none when it is valid
 */
export async function validate(
  xml: string,
  { resolve = () => undefined }: ValidateOptions = {},
): Promise<Problem[]> {
  const loaded = await loadDocuments(xml, resolve)
  if (!loaded.ok) return loaded.error
  const breaches = checkAll(loaded.value)
  return [...loaded.value.problems, ...breaches]
}

function checkAll(loaded: Loaded): Problem[] {
  const structures = loaded.documents.map(checkStructure)
  const files = new BpmnFiles(loaded, new Map(structures.flatMap(({ types }) => [...types])))
  const references = structures.flatMap((structure) => structure.references)
  const breaches = [
    ...structures.flatMap((structure) => structure.breaches),
    ...checkIds(loaded.documents),
    ...checkReferences(references, files),
    ...rules.flatMap((rule) => checkRule(rule, files)),
  ]
  return loaded.documents.flatMap(({ location, root }) =>
    breaches
      .filter(({ at }) => files.fileOf(at)?.root === root)
      .sort((a, b) => a.at.line - b.at.line)
      .map((breach) => problem(breach, location)),
  )
}

function checkRule({ about, breach, code, remedy, section }: Rule, files: BpmnFiles): Breach[] {
  return about
    .flatMap((name) => files.all(name))
    .flatMap((at) => {
      const message = breach(at, files)
      return message === null ? [] : [{ code, at, message, remedy, section }]
    })
}

import { BpmnModdle, type Imported } from 'bpmn-moddle'
import type { Problem } from '../problem.ts'
import { fail, ok, type Result } from '../result.ts'
import { checkModel } from './check-model.ts'
import { collapseSpace } from './collapse-space.ts'
import { dropUnusedDefault } from './drop-unused-default.ts'
import { giveIds } from './give-ids.ts'
import { importProblem, importProblems } from './import-problem.ts'
import { moddleCorrections } from './moddle-corrections.ts'
import type { Model } from './model.ts'
import { readDefinitions } from './read-definitions.ts'
import { resolveReferences } from './resolve-references.ts'
import { scanXml } from './scan-xml.ts'
import { misreadProblems } from './validity/misread-problems.ts'

/**
 * Reads a BPMN 2.0 file.
 *
 * @param xml the decoded text of the file
 * @returns what it says; or everything that makes it unreadable: `xml_doctype`, `too_large`, `too_deep`,
 *   `too_many_elements`, `missing_id`, `not_bpmn`, `duplicate_id`, `forbidden_id`, `unresolved_reference`,
 *   `import_warning`, `repeated_element`, `mutually_exclusive_elements`, `bad_value`
 */
export async function parse(xml: string): Promise<Result<Model, Problem[]>> {
  const hostile = scanXml(xml)
  if (hostile !== null) return fail([hostile])
  const imported = await importTrimmed(dropUnusedDefault(xml))
  if (!imported.ok) return fail([imported.error])
  const problems = [...importProblems(resolveReferences(imported.value)), ...misreadProblems(xml)]
  const model = giveIds(readDefinitions(imported.value.rootElement))
  problems.push(...checkModel(model))
  return problems.length > 0 ? fail(problems) : ok(model)
}

/**
 * For every part it does not understand the parser counts lines from the beginning of the file, so a long file full of
 * such parts would take minutes. A long one is therefore read strictly, which stops at the first.
 */
const maxCharactersRead = 150_000

async function importTrimmed(xml: string): Promise<Result<Imported, Problem>> {
  const imported = await importXml(xml)
  const hasSpace =
    imported.ok && imported.value.warnings.some(({ message }) => message.includes('illegal ID'))
  return hasSpace ? importXml(collapseSpace(xml)) : imported
}

async function importXml(xml: string): Promise<Result<Imported, Problem>> {
  try {
    return ok(
      await new BpmnModdle({ corrections: moddleCorrections }).fromXML(xml, {
        lax: xml.length <= maxCharactersRead,
      }),
    )
  } catch (error) {
    return fail(notRead(error instanceof Error ? error.message : String(error)))
  }
}

function notRead(message: string): Problem {
  const known = importProblem({ message })
  return known !== null && message.startsWith('unparsable content <') ? known : notBpmn(message)
}

const notBpmn = (reason: string): Problem => ({
  code: 'not_bpmn',
  element: '',
  message: `Expected a BPMN 2.0 document, got: ${reason.replaceAll(/\s+/g, ' ').trim()}.`,
  remedy: 'Save the diagram again with a BPMN modeller.',
})

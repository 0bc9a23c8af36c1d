import { BpmnModdle } from 'bpmn-moddle'
import type { Problem } from '../problem.ts'
import { fail, ok, type Result } from '../result.ts'
import { checkModel } from './check-model.ts'
import { importProblem } from './import-problem.ts'
import type { Model } from './model.ts'
import { readDefinitions } from './read-definitions.ts'
import { scanXml } from './scan-xml.ts'

/**
 * Reads a BPMN 2.0 file.
 *
 * @param xml the decoded text of the file
 * @returns what it says; or everything that makes it unreadable: `xml_doctype`, `too_large`, `too_deep`,
 *   `too_many_elements`, `not_bpmn`, `duplicate_id`, `missing_id`, `forbidden_id`, `unresolved_reference`,
 *   `import_warning`
 */
export async function parse(xml: string): Promise<Result<Model, Problem[]>> {
  const hostile = scanXml(xml)
  if (hostile !== null) return fail([hostile])
  const imported = await importXml(xml)
  if (!imported.ok) return fail([imported.error])
  const problems = imported.value.warnings.map(importProblem).filter((problem) => problem !== null)
  const model = readDefinitions(imported.value.rootElement)
  problems.push(...checkModel(model))
  return problems.length > 0 ? fail(problems) : ok(model)
}

type Imported = Awaited<ReturnType<BpmnModdle['fromXML']>>

async function importXml(xml: string): Promise<Result<Imported, Problem>> {
  try {
    return ok(await new BpmnModdle().fromXML(xml))
  } catch (error) {
    return fail(notBpmn(error instanceof Error ? error.message : String(error)))
  }
}

const notBpmn = (reason: string): Problem => ({
  code: 'not_bpmn',
  element: '',
  message: `Expected a BPMN 2.0 document, got: ${reason.replaceAll(/\s+/g, ' ').trim()}.`,
  remedy: 'Save the diagram again with a BPMN modeller.',
})

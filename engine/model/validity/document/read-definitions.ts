import type { Problem } from '../../../problem.ts'
import { fail, ok, type Result } from '../../../result.ts'
import { scanXml } from '../../scan-xml.ts'
import { type BpmnDocument, bpmnDocument } from './bpmn-document.ts'
import { readXml } from './read-xml.ts'

/** Reads one BPMN file, as far as it is XML with `definitions` at its root. */
export function readDefinitions(location: string, xml: string): Result<BpmnDocument, Problem> {
  const hostile = scanXml(xml)
  if (hostile !== null) return fail(hostile)
  const root = readXml(xml)
  if (!root.ok) return fail(notBpmn(root.error))
  const { namespace, name } = root.value
  if (namespace === 'bpmn' && name === 'definitions') return ok(bpmnDocument(location, root.value))
  return fail(notBpmn(`its root is ${name} of another namespace or version`))
}

const notBpmn = (reason: string): Problem => ({
  code: 'not_bpmn',
  element: '',
  message: `Expected a BPMN 2.0 document, got: ${reason}.`,
  remedy: 'Save the diagram again with a BPMN modeller.',
})

import { fail, ok } from '../../engine/result.ts'
import { caseworkOf } from '../preparing/casework.ts'
import { declareMissing } from '../preparing/declare-missing.ts'
import { normaliseXml } from '../preparing/normalise-xml.ts'
import type { Contender } from '../running/contender.ts'
import { asServiceTasks } from './bpmn-engine/as-service-tasks.ts'
import { PeerSession } from './bpmn-engine/peer-session.ts'

/**
 * bpmn-engine, given the same files with the same repairs, the case's expressions and scripts in JavaScript, and a clock
 * that the steps move. It keeps no definitions: each start is an engine of its own, and one file is all it sees.
 */
export const bpmnEngine: Contender = {
  name: 'bpmn-engine',
  async open({ case: of, files }, scenario) {
    const [file, ...others] = files
    if (!file || others.length > 0)
      return fail({ problems: [{ code: 'one_file', element: '', message: 'it runs one file at a time' }] })
    const xml = await declareMissing(normaliseXml(file.xml)).catch(() => file.xml)
    const casework = caseworkOf(of, scenario)
    return ok(new PeerSession(asServiceTasks(xml, casework), casework))
  },
  close: async () => {},
}

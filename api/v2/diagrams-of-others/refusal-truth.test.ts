import { diagram } from '../../../engine/testing/diagram.ts'
import { untrueOf } from './refusal-truth.ts'

const xml = diagram('judged').start().serviceTask('work', 'a-type').exclusive('split').end('done').toXml()
const remedy = 'Do something.'

test.each([
  ['missing_task_type', 'work', 'The service task has no task definition.'],
  ['missing_decision', 'work', 'It calls no decision.'],
  ['no_executable_process', 'judged', 'None of its processes is marked as executable.'],
  ['camunda7_namespace', 'work', 'The attribute camunda:class="A" belongs to the Camunda 7 namespace.'],
  ['expression_expected', 'work', 'expected a FEEL expression beginning with "=", got "#{a}".'],
  ['unsupported_event', 'done', 'Signal events are not supported yet.'],
  ['missing_condition', 'work-split', 'split has several ways out.'],
  ['unresolved_reference', 'work', 'targetRef refers to split, which is not in the file.'],
  ['a_code_nobody_knows', 'work', 'It is wrong.'],
  ['missing_task_type', 'not-there', 'The service task has no task definition.'],
])('a refusal with %s of %s that is not true of the file is found out', async (code, element, message) => {
  const problem = { code, element, message, remedy }
  expect(await untrueOf(xml, [problem])).toEqual([problem])
})

test('a refusal that is true of the file is let be', async () => {
  const idle = xml.replace(/<zeebe:taskDefinition[^>]*>/, '')
  const problem = {
    code: 'missing_task_type',
    element: 'work',
    message: 'It has no task definition.',
    remedy,
  }
  expect(await untrueOf(idle, [problem])).toEqual([])
})

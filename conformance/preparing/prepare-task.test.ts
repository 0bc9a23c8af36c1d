import type { Step } from '../pack/pack.ts'
import { casework } from '../testing/a-case.ts'
import { aModel, nodeOf } from '../testing/a-model.ts'
import { JOB_TYPE } from './extension.ts'
import { prepareTask } from './prepare-task.ts'

const work = (inside: string) => `<extensionElements>${inside}</extensionElements>`

async function preparedAs(
  xml: string,
  steps: readonly Step[] = [],
): Promise<readonly [string, string | undefined]> {
  const { type, extensions } = prepareTask(nodeOf(await aModel(xml), 't'), casework(steps))
  return [type, extensions.find(({ name }) => name === 'taskDefinition')?.attributes.get('type')]
}

test.each<readonly [string, string, readonly Step[], string, string | undefined]>([
  ['a user task that waits stays', '<userTask id="t"/>', [], 'UserTask', undefined],
  [
    'a user task that a worker ends is a job',
    '<userTask id="t"/>',
    [{ op: 'waitAt', task: 't' }],
    'ServiceTask',
    JOB_TYPE,
  ],
  ['a plain task that passes stays', '<task id="t"/>', [], 'Task', undefined],
  ['a service task is a job of the harness', '<serviceTask id="t"/>', [], 'ServiceTask', JOB_TYPE],
  [
    'so is one that names another worker',
    `<serviceTask id="t">${work('<zeebe:taskDefinition type="theirs"/>')}</serviceTask>`,
    [],
    'ServiceTask',
    JOB_TYPE,
  ],
  [
    'a script task keeps its type',
    '<scriptTask id="t"><script>x</script></scriptTask>',
    [],
    'ScriptTask',
    JOB_TYPE,
  ],
  [
    'what the engine does by itself stays',
    `<scriptTask id="t">${work('<zeebe:script expression="=1" resultVariable="x"/>')}</scriptTask>`,
    [],
    'ScriptTask',
    undefined,
  ],
  [
    'an event for a worker is a job',
    `<endEvent id="t">${work('<zeebe:taskDefinition type="theirs"/>')}<messageEventDefinition/></endEvent>`,
    [],
    'EndEvent',
    JOB_TYPE,
  ],
  ['other elements stay', '<exclusiveGateway id="t"/>', [], 'ExclusiveGateway', undefined],
])('%s', async (_, xml, steps, type, jobType) => {
  expect(await preparedAs(xml, steps)).toEqual([type, jobType])
})

test('a receive task that does not wait is a plain task', async () => {
  const node = nodeOf(await aModel('<receiveTask id="t" messageRef="m"/>', '<message id="m"/>'), 't')
  const prepared = prepareTask(node, casework([], { taskDefaults: { receiveTask: 'auto' } }))
  expect(prepared).toMatchObject({ type: 'Task', messageRef: null })
})

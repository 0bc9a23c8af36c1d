// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the texts are expressions of other engines.
import { casework } from '../testing/a-case.ts'
import { aModel, nodeOf } from '../testing/a-model.ts'
import { prepareModel } from './prepare-model.ts'

test('a model from elsewhere is executable, in FEEL and free of what other engines read', async () => {
  const model = await aModel(
    `<startEvent id="s" camunda:asyncBefore="true"/><sequenceFlow id="f" sourceRef="s" targetRef="t">
       <conditionExpression>\${approved == true}</conditionExpression></sequenceFlow>
     <userTask id="t" camunda:assignee="demo"><potentialOwner/></userTask>`,
  )
  const work = casework([], {
    expressions: [
      {
        element: 'f',
        kind: 'condition',
        language: 'juel',
        text: '${approved == true}',
        portable: { feel: 'approved = true' },
      },
    ],
  })
  const prepared = prepareModel(model, work, 'one.bpmn')
  expect(prepared.processes[0]).toMatchObject({ executable: true, foreignAttributes: [] })
  expect(prepared.processes[0]!.inside.flows[0]!.condition).toBe('=approved = true')
  expect(nodeOf(prepared, 't')).toMatchObject({ foreignAttributes: [], oddities: [] })
})

test('a flow without an id goes by its ends', async () => {
  const model = await aModel(
    `<startEvent id="s"/><sequenceFlow id="unnamed-1" sourceRef="s" targetRef="t">
       <conditionExpression>\${f(x)}</conditionExpression></sequenceFlow><userTask id="t"/>`,
  )
  const expression = { kind: 'condition', language: 'juel', text: '${f(x)}', portable: { feel: 'x' } }
  const work = casework([], { expressions: [{ element: 's->t', ...expression }] })
  const prepared = prepareModel(model, work, 'one.bpmn')
  expect(prepared.processes[0]!.inside.flows[0]!.condition).toBe('=x')
})

test('the start of an event sub-process is not taken for one of the process', async () => {
  const model = await aModel(
    `<subProcess id="es" triggeredByEvent="true"><startEvent id="e"><timerEventDefinition/></startEvent></subProcess>`,
  )
  const inside = nodeOf(prepareModel(model, casework(), 'one.bpmn'), 'es').inside!
  expect(inside.nodes[0]!.events[0]!.timers).toEqual([{ kind: 'duration', text: 'P100Y' }])
})

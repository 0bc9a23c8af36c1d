import { casework } from '../testing/a-case.ts'
import { aModel } from '../testing/a-model.ts'
import { decideFlows } from './decide-flows.ts'

const drawn = (gateway: string, attributes = '', condition = '') => `
  <${gateway} id="g" ${attributes}/><endEvent id="a"/><endEvent id="b"/>
  <sequenceFlow id="toA" sourceRef="g" targetRef="a">${condition}</sequenceFlow>
  <sequenceFlow id="toB" sourceRef="g" targetRef="b"/>`

async function conditions(inside: string, work = casework()): Promise<(string | null)[]> {
  const { flows, nodes } = (await aModel(inside)).processes[0]!.inside
  return decideFlows(flows, nodes, work).map(({ condition }) => condition)
}

const CONDITION = '<conditionExpression>=x</conditionExpression>'

test('flows that steps choose ask for that choice, the default flow does not', async () => {
  const work = casework([{ op: 'decide', gateway: 'g', flows: ['toA'] }])
  const [toA, toB] = await conditions(drawn('inclusiveGateway', 'default="toB"'), work)
  expect(toA).toContain('list contains(conformanceDecisions, "toA")')
  expect(toB).toBeNull()
})

test.each(['exclusiveGateway', 'inclusiveGateway'])(
  'flows of an %s that say nothing are true',
  async (gateway) => {
    expect(await conditions(drawn(gateway, '', CONDITION))).toEqual(['=x', '=true'])
  },
)

test('flows of other elements stay', async () => {
  expect(await conditions(drawn('parallelGateway'))).toEqual([null, null])
})

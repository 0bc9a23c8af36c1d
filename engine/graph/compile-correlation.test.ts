import { noVariables } from '../json.ts'
import { compileOne } from '../testing/player.ts'
import { TestEngine } from '../testing/test-engine.ts'

/** As other tools write it: keys in a conversation, references with a prefix, paths in XPath, nothing of how it is sent. */
const ofTheStandard = `<?xml version="1.0" encoding="UTF-8"?>
<bpmn2:definitions xmlns:bpmn2="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:tns="http://orders.test"
    xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" id="defs" targetNamespace="http://orders.test">
  <bpmn2:message id="orderMessage" name="order"/>
  <bpmn2:message id="answerMessage" name="answer"/>
  <bpmn2:correlationProperty id="number" name="order number">
    <bpmn2:correlationPropertyRetrievalExpression messageRef="tns:orderMessage">
      <bpmn2:messagePath language="http://www.w3.org/1999/XPath">/order/number</bpmn2:messagePath>
    </bpmn2:correlationPropertyRetrievalExpression>
    <bpmn2:correlationPropertyRetrievalExpression messageRef="tns:answerMessage">
      <bpmn2:messagePath xsi:type="bpmn2:tFormalExpression">number</bpmn2:messagePath>
    </bpmn2:correlationPropertyRetrievalExpression>
  </bpmn2:correlationProperty>
  <bpmn2:collaboration id="trade">
    <bpmn2:participant id="seller" name="Seller"/>
    <bpmn2:participant id="buyer" name="Buyer" processRef="tns:buying"/>
    <bpmn2:messageFlow id="asks" sourceRef="tns:send" targetRef="tns:seller" messageRef="tns:orderMessage"/>
    <bpmn2:messageFlow id="answers" sourceRef="tns:seller" targetRef="tns:receive" messageRef="tns:answerMessage"/>
    <bpmn2:conversation id="ordering">
      <bpmn2:participantRef>tns:seller</bpmn2:participantRef>
      <bpmn2:participantRef>tns:buyer</bpmn2:participantRef>
      <bpmn2:messageFlowRef>tns:asks</bpmn2:messageFlowRef>
      <bpmn2:messageFlowRef>tns:answers</bpmn2:messageFlowRef>
      <bpmn2:correlationKey id="orderKey">
        <bpmn2:correlationPropertyRef>tns:number</bpmn2:correlationPropertyRef>
      </bpmn2:correlationKey>
    </bpmn2:conversation>
  </bpmn2:collaboration>
  <bpmn2:process id="buying" isExecutable="true">
    <bpmn2:startEvent id="start"/>
    <bpmn2:sequenceFlow id="f1" sourceRef="start" targetRef="send"/>
    <bpmn2:sendTask id="send" messageRef="tns:orderMessage"/>
    <bpmn2:sequenceFlow id="f2" sourceRef="send" targetRef="receive"/>
    <bpmn2:receiveTask id="receive" messageRef="tns:answerMessage"/>
    <bpmn2:sequenceFlow id="f3" sourceRef="receive" targetRef="end"/>
    <bpmn2:endEvent id="end"/>
    <bpmn2:correlationSubscription id="data" correlationKeyRef="tns:orderKey">
      <bpmn2:correlationPropertyBinding correlationPropertyRef="tns:number">
        <bpmn2:dataPath>expected.number</bpmn2:dataPath>
      </bpmn2:correlationPropertyBinding>
    </bpmn2:correlationSubscription>
  </bpmn2:process>
</bpmn2:definitions>`

const texts = (keys: readonly { id: string; properties: readonly { text: string }[] }[] | undefined) =>
  keys?.map(({ id, properties }) => [id, ...properties.map(({ text }) => text)])

test('[CK1] [CK5] keys of conversations are read from a diagram of the standard', async () => {
  const { correlation } = await compileOne(ofTheStandard)
  expect([...correlation!.messages.keys()]).toEqual(['answer'])
  expect(texts(correlation!.messages.get('answer'))).toEqual([['orderKey', 'number']])
  expect(texts(correlation!.subscriptions)).toEqual([['orderKey', 'expected.number']])
})

test('[CK4] a diagram of the standard converses as it is', async () => {
  const test = await TestEngine.open()
  await test.deploy({ toXml: () => ofTheStandard })
  const one = await test.start('buying', { order: { number: 1 } })
  const other = await test.start('buying', { order: { number: 2 } })
  const variables = Object.assign(noVariables(), { number: 2 })
  const message = { name: 'answer', correlationKey: '', messageId: '', timeToLive: 0, variables }
  await test.engine.publish(message, { by: 'seller' })
  expect([await test.statusOf(one.key), await test.statusOf(other.key)]).toEqual(['active', 'completed'])
})

test('a process whose messages take part in no key has nothing to correlate by', async () => {
  const alone = ofTheStandard.replaceAll(
    '<bpmn2:receiveTask id="receive" messageRef="tns:answerMessage"/>',
    '<bpmn2:task id="receive"/>',
  )
  expect((await compileOne(alone)).correlation).toBeNull()
})

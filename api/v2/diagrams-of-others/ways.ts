import { camunda7Ways } from './camunda7-ways.ts'
import type { Way } from './way.ts'

/** The decision that C.9.0 calls is in no file of its folder: one applicant in between, so that a person must look. */
const riskCheck = `<?xml version="1.0" encoding="UTF-8"?>
<definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="risks" name="Risks" namespace="http://kartabl.test">
  <decision id="risk_check" name="Risk check">
    <decisionTable id="table" hitPolicy="COLLECT">
      <input id="age"><inputExpression id="its-age" typeRef="number"><text>applicant.age</text></inputExpression></input>
      <output id="risk" name="risk" typeRef="string" />
      <output id="level" name="riskLevel" typeRef="string" />
      <rule id="young">
        <inputEntry id="under"><text>&lt; 25</text></inputEntry>
        <outputEntry id="what"><text>"young"</text></outputEntry>
        <outputEntry id="how"><text>"yellow"</text></outputEntry>
      </rule>
    </decisionTable>
  </decision>
</definitions>`

/** So is the one of video-publishing. */
const fileSizeCheck = `<?xml version="1.0" encoding="UTF-8"?>
<definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="files" name="Files" namespace="http://kartabl.test">
  <decision id="fileSizeCheck" name="File size">
    <literalExpression id="small"><text>fileSize &lt; 100</text></literalExpression>
  </decision>
</definitions>`

/** Files deployed with a diagram that are in no file of its folder. */
export const beside: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'C.9.0.bpmn': { 'risk-check.dmn': riskCheck },
  'video-publishing.bpmn': { 'file-size.dmn': fileSizeCheck },
}

/** Other diagrams of the folder that one calls. */
export const called: Readonly<Record<string, readonly string[]>> = { 'C.9.0.bpmn': ['C.9.2.bpmn'] }

const applicant = { name: 'Ada', age: 20, email: 'ada@example.org' }
const application = {
  applicant,
  corporation: 'Bank',
  applicationNumber: 'A-1',
  product: 'account',
  fraudSuspectedId: 'f-1',
}
const checked = { ...application, risks: ['young'], documents: [], documentReferenceId: 'd-1' }

const plain = (...ends: string[]): readonly Way[] => [{ name: 'worked', ends: [ends] }]
const throws = (type: string): readonly Way[] => [
  { name: 'worked', variables: { something: 1 }, ends: [['EndEvent_1cl3tk3', 'EndEvent_1hj6q7z']] },
  {
    name: 'throws BUSINESS_ERROR',
    workers: { [type]: [{ do: 'throwError', errorCode: 'BUSINESS_ERROR', variables: { something: 2 } }] },
    ends: [['EndEvent_0cwovsu']],
  },
]
const branches = (workers: Way['workers'] = {}, how = ''): readonly Way[] =>
  [true, false].map((conditionVariable) => ({
    name: `conditionVariable = ${conditionVariable}${how}`,
    variables: { conditionVariable },
    workers,
    ends: [['EndEvent_1g2ztlo']],
  }))

/** How each diagram that can be deployed is run; one that is not named here is worked without giving it anything. */
export const ways: Readonly<Record<string, readonly Way[]>> = {
  'BpmnParser2.bpmn': [
    {
      name: 'started by its messages',
      ends: [['EndEvent_115574o'], ['EndEvent_1d327ip', 'EndEvent_1tvtelu']],
    },
  ],
  'Client-MessageStart.bpmn': [{ name: 'started by its message', ends: [['Event_0un3wc8']] }],
  'Client-SkipFirstTask.bpmn': plain('Event_1xxli2d'),
  'Client-ThrowError.bpmn': throws('throw-bpmn-error-task'),
  'Client-ThrowError-2.bpmn': throws('throw-bpmn-error-task-2'),
  'MigrateProcess-Rest-Version-1.bpmn': plain('Event_0zwmdqk'),
  'MigrateProcess-Rest-Version-2.bpmn': plain('Event_0zwmdqk'),
  'Operate-StraightThrough.bpmn': plain('Event_1h6ie86'),
  'Signal.bpmn': [{ name: 'started by its signal', ends: [['Event_0jluwfy']] }],
  'TasklistTestProcess.bpmn': plain('Event_0kj9onz'),
  'Worker-Failure-Backoff.bpmn': branches(
    { 'wait-worker-failure-backoff': [{ do: 'fail', retries: 2, backOff: 60_000 }] },
    ', fails once and is tried again after a minute',
  ),
  'Worker-LongPoll.bpmn': [
    { name: 'its message comes', variables: { none: 'train' }, ends: [['EndEvent_16r84dr']] },
  ],
  'Worker-RaiseIncident.bpmn': branches(
    { 'wait-raise-incident': [{ do: 'fail', retries: 0, backOff: 0 }] },
    ', fails without retries, gets one and is resolved',
  ),
  'completeUserTask-rest-test-process.bpmn': plain('Event_0qocrmi'),
  'conditional-pathway.bpmn': branches(),
  'create-process-rest.bpmn': plain('Event_1j84ets'),
  'generic-test.bpmn': plain('EndEvent_0k5hvvb'),
  'hello-world.bpmn': plain('EndEvent_16r84dr'),
  'message-correlation-test.bpmn': [
    { name: 'its message comes', variables: { orderId: 1 }, ends: [['Event_1dj077m']] },
  ],
  'modify-process-instance-rest.bpmn': plain('Event_1e1pro2'),
  'rest-message-test.bpmn': [
    { name: 'its message comes', variables: { correlationId: 'c-1' }, ends: [['Event_08rq2o7']] },
  ],
  'zeebe-user-task.bpmn': plain('Event_0f0ejpu'),
  ...camunda7Ways,
  'C.9.1.bpmn': [
    {
      name: 'the document comes',
      variables: { documentReferenceId: 'd-1' },
      messages: [
        { name: 'MESSAGE_documentReceived', correlationKey: 'd-1', at: 'ReceiveTask_WaitForDocument' },
      ],
      ends: [['EndEvent_GotDocument']],
    },
  ],
  'C.9.0.bpmn': [
    // Its call activity hands nothing back, so the answer of the person is given at the start as well.
    {
      name: 'approved by hand',
      variables: { ...application, approved: true },
      ends: [['EndEvent_ApplicationIssued']],
    },
    {
      name: 'nobody decides for 7 days',
      variables: application,
      timeFirst: true,
      ends: [['TerminateEvent_ApplicationCanceledFraud']],
    },
    {
      name: 'canceled by the customer',
      variables: application,
      messages: [{ name: 'Message_CancellationRequested', correlationKey: '1' }],
      ends: [['EndMessageEvent_InformCustomer', 'EndMessageEvent_InformOperations']],
    },
  ],
  'C.9.2.bpmn': [
    { name: 'decided', variables: checked, ends: [['EndEvent_ManuallyDecided']] },
    {
      name: 'fraud suspected but none, a document asked for but none outstanding',
      variables: { ...checked, fraud: false },
      messages: [
        { name: 'Message_DocumentRequested', correlationKey: 'd-1' },
        { name: 'Message_FraudSuspected', correlationKey: 'f-1' },
      ],
      ends: [['EndEvent_DocumentReceived', 'EndEvent_FraudNoDetected', 'EndEvent_ManuallyDecided']],
    },
  ],
}

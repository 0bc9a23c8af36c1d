import { type Case, end, judges, node, process, row, scope, start, task } from '../testing/drawing.ts'

const pools =
  '<participant id="a" processRef="p"/><participant id="b" processRef="q"/><participant id="box"/>'
const message = '<messageEventDefinition/>'
const catching = (id: string) => node('intermediateCatchEvent', id, message)
const throwing = (id: string) => node('intermediateThrowEvent', id, message)
const others = process(
  scope(
    [
      node('startEvent', 's2', message),
      node('intermediateCatchEvent', 'timer', '<timerEventDefinition/>'),
      node('endEvent', 'e2'),
    ],
    's2>timer timer>e2',
  ),
  '',
  'q',
)
const flow = (what: string, source: string, target: string, ...expected: readonly string[]): Case => [
  what,
  [
    `<collaboration id="k">${pools}<messageFlow id="f" sourceRef="${source}" targetRef="${target}"/></collaboration>`,
    process(row(task('t'), task('u'), catching('c'), throwing('w'))),
    others,
  ],
  expected,
]

judges('Message flows §7.6.2, §9.4', [
  flow('between pools', 'a', 'box'),
  flow('from a task into another pool', 't', 's2'),
  flow('from a throwing event to a pool', 'w', 'box'),
  flow('from a pool to a catching event', 'box', 'c'),
  flow('within a pool', 't', 'u', 'message_flow_within_pool f'),
  flow('from a pool into itself', 'a', 'u', 'message_flow_within_pool f'),
  flow('from a start event', 's2', 't', 'message_flow_from_start_event f'),
  flow('to an end event', 't', 'e2', 'message_flow_to_end_event f'),
  flow('from a catching event', 'c', 'box', 'message_flow_from_catching_event c'),
  flow('to a throwing event', 'box', 'w', 'message_flow_to_throwing_event w'),
  flow('to a start event without message', 'box', 's', 'message_flow_to_other_event s'),
  flow('to a timer', 't', 'timer', 'message_flow_to_other_event timer'),
  flow('from an end event without message', 'e', 'box', 'message_flow_from_other_event e'),
  flow('to what receives no messages', 'box', 'p', 'wrong_reference f'),
])

judges('Participants §9.3.1', [
  ...[
    ['minimum="-1" maximum="1"', 'participant_minimum'],
    ['minimum="3" maximum="2"', 'participant_maximum'],
    ['minimum="0" maximum="0"', 'participant_maximum'],
    ['minimum="2"', 'participant_maximum'],
    ['minimum="2" maximum="2"', ''],
    ['', ''],
  ].map(
    ([attributes = '', code = '']): Case => [
      attributes || 'nothing said',
      [
        `<collaboration id="k"><participant id="a"><participantMultiplicity ${attributes}/></participant></collaboration>`,
      ],
      code === '' ? [] : [`${code} a`],
    ],
  ),
])

const talk = '<participant id="a"/><participant id="b"/>'
const links = (source: string, target: string) =>
  `<collaboration id="k">${talk}<conversation id="c"/><conversation id="d"/><conversationLink id="l" sourceRef="${source}" targetRef="${target}"/></collaboration>`
const choreography = (initiator: string, closed: boolean) =>
  `<choreography id="h" isClosed="${closed}">${talk}<participant id="z"/><messageFlow id="f" sourceRef="a" targetRef="b"/>
    <choreographyTask id="ct" initiatingParticipantRef="${initiator}"><participantRef>a</participantRef><participantRef>b</participantRef>
    <messageFlowRef>f</messageFlowRef></choreographyTask></choreography>`

judges('Conversations and choreographies §9.5, §9.7, §11.5', [
  ['a link from a conversation to a pool', [links('c', 'a')], []],
  ['a link between conversations', [links('c', 'd')], ['conversation_link_ends l']],
  [
    'a global conversation',
    [
      `<globalConversation id="k">${talk}<messageFlow id="f" sourceRef="a" targetRef="b"/></globalConversation>`,
    ],
    [],
  ],
  [
    'a global conversation with a conversation',
    [`<globalConversation id="k">${talk}<conversation id="c"/></globalConversation>`],
    ['global_conversation_content k'],
  ],
  [
    'a choreography',
    [choreography('a', false), '<collaboration id="k"><choreographyRef>h</choreographyRef></collaboration>'],
    [],
  ],
  [
    'a collaboration that is closed otherwise',
    [choreography('a', true), '<collaboration id="k"><choreographyRef>h</choreographyRef></collaboration>'],
    ['choreography_closed_otherwise k'],
  ],
  [
    'three participants in a choreography task',
    [
      choreography('a', false).replace(
        '<messageFlowRef>',
        '<participantRef>z</participantRef><messageFlowRef>',
      ),
    ],
    ['choreography_task_participants ct'],
  ],
  ['an initiator that does not take part', [choreography('z', false)], ['initiator_does_not_participate ct']],
  [
    'a choreography that a message starts',
    [`<choreography id="h">${scope([start(message), end()], 's>e')}</choreography>`],
    ['choreography_start_trigger s'],
  ],
])

judges('Lanes §10.8', [
  [
    'of the same process',
    [process(`<laneSet><lane id="l"><flowNodeRef>t</flowNodeRef></lane></laneSet>${row(task('t'))}`)],
    [],
  ],
  [
    'with a node of another process',
    [
      process('<laneSet><lane id="l"><flowNodeRef>t</flowNodeRef></lane></laneSet>'),
      process('<task id="t"/>', '', 'q'),
    ],
    ['lane_of_another_process l'],
  ],
])

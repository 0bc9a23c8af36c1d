import { definitions, end, judges, node, process, row, scope, start, task } from '../testing/drawing.ts'
import { validate } from '../validate.ts'

const listed = (tag: string, id: string, incoming: string, outgoing: string) =>
  `<${tag} id="${id}">${incoming && `<incoming>${incoming}</incoming>`}${outgoing && `<outgoing>${outgoing}</outgoing>`}</${tag}>`
const flow = (id: string, source: string, target: string, attributes = '') =>
  `<sequenceFlow id="${id}" sourceRef="${source}" targetRef="${target}" ${attributes}/>`
const inner = (id: string, inside: string, attributes = '') => node('subProcess', id, inside, attributes)
const message = '<messageEventDefinition/>'

judges('Sequence flows §7.6.1, §8.4.13', [
  ['a row of tasks is valid', [process(row(task('t'), task('u')))], []],
  [
    'a target that does not list the flow',
    [process(listed('task', 't', '', 'f') + listed('task', 'u', '', '') + flow('f', 't', 'u'))],
    ['target_does_not_list_flow f'],
  ],
  [
    'a source that does not list the flow',
    [process(listed('task', 't', '', '') + listed('task', 'u', 'f', '') + flow('f', 't', 'u'))],
    ['source_does_not_list_flow f'],
  ],
  [
    'a node that lists the flow of others',
    [
      process(
        listed('task', 't', '', 'f') +
          listed('task', 'u', 'f', '') +
          listed('task', 'v', 'f', '') +
          flow('f', 't', 'u'),
      ),
    ],
    ['listed_flow_elsewhere v'],
  ],
  [
    'from one process into another',
    [
      process(listed('task', 't', '', 'f') + flow('f', 't', 'u')),
      process(listed('task', 'u', 'f', ''), '', 'q'),
    ],
    ['flow_crosses_pool f'],
  ],
  [
    'over the border of a sub-process',
    [
      process(
        listed('task', 't', '', 'f') +
          flow('f', 't', 'u') +
          `<subProcess id="x">${listed('task', 'u', 'f', '')}</subProcess>`,
      ),
    ],
    ['flow_crosses_sub_process f'],
  ],
  [
    'a condition behind a start event',
    [process(scope([start(), task('t'), task('u'), end()], 's>t? s>u t>e u>e'))],
    ['condition_not_here s-t'],
  ],
  [
    'a condition behind a parallel gateway',
    [
      process(
        scope([start(), node('parallelGateway', 'g'), task('t'), task('u'), end()], 's>g g>t? g>u t>e u>e'),
      ),
    ],
    ['condition_not_here g-t'],
  ],
  [
    'a condition as the only way out of an activity',
    [process(scope([start(), task('t'), end()], 's>t t>e?'))],
    ['condition_without_alternative t-e'],
  ],
  [
    'a condition beside another way out',
    [process(scope([start(), task('t'), task('u'), end()], 's>t t>e? t>u u>e'))],
    [],
  ],
  [
    'an executable process with a flow that is not immediate',
    [
      process(
        listed('task', 't', '', 'f') +
          listed('task', 'u', 'f', '') +
          flow('f', 't', 'u', 'isImmediate="false"'),
        'isExecutable="true"',
      ),
    ],
    ['executable_flow_not_immediate f'],
  ],
  [
    'the same where nothing is executed',
    [
      process(
        listed('task', 't', '', 'f') +
          listed('task', 'u', 'f', '') +
          flow('f', 't', 'u', 'isImmediate="false"'),
      ),
    ],
    [],
  ],
  [
    'a default flow of another node',
    [
      process(
        scope(
          [start(), node('exclusiveGateway', 'g', '', 'default="t-e"'), task('t'), task('u'), end()],
          's>g g>t g>u t>e u>e',
        ),
      ),
    ],
    ['default_flow_of_another g'],
  ],
])

judges('Where flows begin and end §10.5.2–10.5.4', [
  [
    'a flow back to the start event',
    [process(scope([start(), task('t'), end()], 's>t t>e t>s'))],
    ['start_event_with_incoming s'],
  ],
  [
    'a flow out of an end event',
    [process(scope([start(), end(), task('t')], 's>e e>t t>e'))],
    ['end_event_with_outgoing e'],
  ],
  [
    'a start event that leads nowhere',
    [process(scope([start(), task('t'), end()], 't>e'))],
    ['start_event_without_outgoing s', 'node_without_incoming t'],
  ],
  [
    'an end event nobody reaches',
    [process(scope([start(), task('t'), end()], 's>t'))],
    ['node_without_outgoing t', 'end_event_without_incoming e'],
  ],
  [
    'an end without a start',
    [process(scope([task('t'), end()], 't>e'))],
    ['end_event_without_start_event e'],
  ],
  [
    'a start without an end',
    [process(scope([start(), task('t')], 's>t'))],
    ['start_event_without_end_event s'],
  ],
  ['neither start nor end', [process(scope([task('t'), task('u')], 't>u'))], []],
  [
    'a node beside the flow',
    [process(scope([start(), task('t'), task('u'), end()], 's>t t>e'))],
    ['node_without_incoming u', 'node_without_outgoing u'],
  ],
  [
    'compensation activities and event sub-processes stand beside the flow',
    [
      process(
        scope(
          [
            start(),
            task('t'),
            node('boundaryEvent', 'b', '<compensateEventDefinition/>', 'attachedToRef="t"'),
            task('undo', '', 'isForCompensation="true"'),
            inner(
              'x',
              scope([node('startEvent', 's2', message), node('endEvent', 'e2')], 's2>e2'),
              'triggeredByEvent="true"',
            ),
            end(),
          ],
          's>t t>e',
          '<association id="a" sourceRef="b" targetRef="undo"/>',
        ),
      ),
    ],
    [],
  ],
  [
    'a compensation activity within the flow',
    [process(row(task('t', '', 'isForCompensation="true"')))],
    ['compensation_activity_with_flow t'],
  ],
  [
    'an event sub-process within the flow',
    [
      process(
        row(
          inner(
            'x',
            scope([node('startEvent', 's2', message), node('endEvent', 'e2')], 's2>e2'),
            'triggeredByEvent="true"',
          ),
        ),
      ),
    ],
    ['event_sub_process_with_flow x'],
  ],
  [
    'an intermediate event at the begin and one at the end',
    [
      process(
        scope(
          [node('intermediateCatchEvent', 'c', message), task('t'), node('intermediateThrowEvent', 'w')],
          'c>t t>w',
        ),
      ),
    ],
    ['intermediate_event_without_incoming c', 'intermediate_event_without_outgoing w'],
  ],
  [
    'links that are entered and left on the wrong side',
    [
      process(
        scope(
          [
            start(),
            node('intermediateThrowEvent', 'w', '<linkEventDefinition name="x"/>'),
            node('intermediateCatchEvent', 'c', '<linkEventDefinition name="x"/>'),
            end(),
          ],
          's>w w>c c>e',
        ),
      ),
    ],
    ['link_event_with_flow w', 'link_event_with_flow c'],
  ],
])

test('a problem tells the line of its element', async () => {
  const problems = await validate(definitions(process(scope([task('t'), end()], 't>e'))))
  expect(problems.map(({ line }) => line)).toEqual([5])
})

test('every level of sub-processes has its own starts and ends', async () => {
  const inside = scope([node('startEvent', 's2'), node('endEvent', 'e2'), task('lost')], 's2>e2')
  const problems = await validate(definitions(process(row(inner('x', inside)))))
  expect(problems.map(({ code, element }) => `${code} ${element}`)).toEqual([
    'node_without_incoming lost',
    'node_without_outgoing lost',
  ])
})

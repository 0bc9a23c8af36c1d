import { end, judges, node, process, row, scope, start, task } from '../testing/drawing.ts'

const definition = (trigger: string) => `<${trigger}EventDefinition/>`
const within = (tag: string, inside: string) => row(task('t'), node(tag, 'i', inside))
const attached = (inside: string, attributes = '') =>
  scope(
    [
      start(),
      node('transaction', 't'),
      node('boundaryEvent', 'b', inside, `attachedToRef="t" ${attributes}`),
      end(),
    ],
    inside.includes('compensate') ? 's>t t>e' : 's>t t>e b>e',
  )

judges('Cancelling §10.5.3, §10.5.4', [
  [
    'outside of a transaction',
    [process(scope([start(), end(definition('cancel'))], 's>e'))],
    ['cancel_outside_of_transaction e'],
  ],
  [
    'at an activity that is no transaction',
    [
      process(
        scope(
          [start(), task('t'), node('boundaryEvent', 'b', definition('cancel'), 'attachedToRef="t"'), end()],
          's>t t>e b>e',
        ),
      ),
    ],
    ['cancel_boundary_not_at_transaction b'],
  ],
])

judges('Boundary events §10.5.4', [
  [
    'a flow to one',
    [
      process(
        attached(definition('timer'))
          .replace('<outgoing>b-e', '<incoming>t-b</incoming><outgoing>b-e')
          .replace('<outgoing>t-e</outgoing>', '<outgoing>t-e</outgoing><outgoing>t-b</outgoing>') +
          '<sequenceFlow id="t-b" sourceRef="t" targetRef="b"/>',
      ),
    ],
    ['boundary_event_with_incoming b'],
  ],
  [
    'one that leads nowhere',
    [
      process(
        scope(
          [start(), task('t'), node('boundaryEvent', 'b', definition('timer'), 'attachedToRef="t"'), end()],
          's>t t>e',
        ),
      ),
    ],
    ['boundary_event_without_outgoing b'],
  ],
  [
    'compensation with a flow',
    [
      process(
        scope(
          [
            start(),
            task('t'),
            node('boundaryEvent', 'b', definition('compensate'), 'attachedToRef="t"'),
            end(),
          ],
          's>t t>e b>e',
        ),
      ),
    ],
    ['compensation_event_with_outgoing b'],
  ],
  [
    'compensation by an activity of the normal flow',
    [
      process(
        scope(
          [
            start(),
            task('t'),
            node('boundaryEvent', 'b', definition('compensate'), 'attachedToRef="t"'),
            end(),
          ],
          's>t t>e',
          '<association id="a" sourceRef="b" targetRef="t"/>',
        ),
      ),
    ],
    ['association_to_normal_activity a'],
  ],
  [
    'on another level than its activity',
    [
      process(
        row(
          node(
            'subProcess',
            'x',
            scope([node('startEvent', 's2'), task('t'), node('endEvent', 'e2')], 's2>t t>e2'),
          ),
        ).replace(
          '</subProcess>',
          '</subProcess><boundaryEvent id="b" attachedToRef="t"><outgoing>b-u</outgoing><timerEventDefinition/></boundaryEvent><task id="u"><incoming>b-u</incoming><outgoing>u-e3</outgoing></task><endEvent id="e3"><incoming>u-e3</incoming></endEvent><sequenceFlow id="b-u" sourceRef="b" targetRef="u"/><sequenceFlow id="u-e3" sourceRef="u" targetRef="e3"/>',
        ),
      ),
    ],
    ['boundary_event_on_another_level b'],
  ],
])

const link = (id: string, name: string, inside = '') =>
  `<linkEventDefinition id="${id}" name="${name}">${inside}</linkEventDefinition>`
const linked = (source: string, target: string) =>
  scope(
    [
      start(),
      node('intermediateThrowEvent', 'w', source),
      node('intermediateCatchEvent', 'c', target),
      end(),
    ],
    's>w c>e',
  )

judges('Links §10.5.5', [
  ['paired by their name', [process(linked(link('a', 'x'), link('b', 'x')))], []],
  [
    'paired by reference',
    [process(linked(link('a', 'x', '<target>b</target>'), link('b', 'y', '<source>a</source>')))],
    [],
  ],
  [
    'no pair',
    [process(linked(link('a', 'x'), link('b', 'y')))],
    ['link_without_target a', 'link_without_source b'],
  ],
  [
    'a target that does not know it',
    [process(linked(link('a', 'x', '<target>b</target>'), link('b', 'x')))],
    ['link_target_disagrees a'],
  ],
  [
    'a source that does not know it',
    [process(linked(link('a', 'x'), link('b', 'x', '<source>a</source>')))],
    ['link_source_disagrees b'],
  ],
  [
    'two targets of one name',
    [
      process(
        scope(
          [
            start(),
            node('intermediateThrowEvent', 'w', link('a', 'x')),
            node('intermediateCatchEvent', 'c', link('b', 'x')),
            node('intermediateCatchEvent', 'd', link('c2', 'x')),
            end(),
          ],
          's>w c>e d>e',
        ),
      ),
    ],
    ['link_with_several_targets c2'],
  ],
  [
    'into a sub-process',
    [
      process(
        scope(
          [
            start(),
            node('intermediateThrowEvent', 'w', link('a', 'x', '<target>b</target>')),
            node(
              'subProcess',
              'x',
              scope(
                [
                  node('startEvent', 's2'),
                  node('intermediateCatchEvent', 'c', link('b', 'x', '<source>a</source>')),
                  node('endEvent', 'e2'),
                ],
                's2>e2 c>e2',
              ),
            ),
            end(),
          ],
          's>w s>x x>e',
        ),
      ),
    ],
    ['link_leaves_its_level a'],
  ],
])

judges('Definitions of other events §10.5.1', [
  [
    'one that belongs to an event',
    [
      process(
        scope(
          [
            node('startEvent', 's', '<messageEventDefinition id="m"/>'),
            node('intermediateCatchEvent', 'c', '<eventDefinitionRef>m</eventDefinitionRef>'),
            end(),
          ],
          's>c c>e',
        ),
      ),
    ],
    ['event_definition_of_another_event m'],
  ],
  [
    'one at the top of the file',
    [
      '<messageEventDefinition id="m"/>',
      process(within('intermediateCatchEvent', '<eventDefinitionRef>m</eventDefinitionRef>')),
    ],
    [],
  ],
])

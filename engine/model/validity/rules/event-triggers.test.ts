import { type Case, end, judges, node, process, row, scope, start, task } from '../testing/drawing.ts'

const definition = (trigger: string) =>
  trigger === ''
    ? ''
    : trigger === 'conditional'
      ? '<conditionalEventDefinition><condition/></conditionalEventDefinition>'
      : `<${trigger}EventDefinition ${trigger === 'link' ? 'name="l"' : ''}/>`
const all = [
  ...['', 'message', 'timer', 'error', 'escalation', 'cancel', 'compensate', 'conditional'],
  ...['link', 'signal', 'terminate'],
]

/** Every trigger in this position: those that are not allowed must be told. */
const matrix = (
  code: string,
  element: string,
  allowed: readonly string[],
  draw: (inside: string) => string,
) =>
  all.map(
    (trigger): Case => [
      `${trigger || 'none'}: ${allowed.includes(trigger)}`,
      [draw(definition(trigger))],
      allowed.includes(trigger) ? [] : [`${code} ${element}`],
    ],
  )

const begins = (inside: string, attributes = '') =>
  scope([node('startEvent', 's2', inside, attributes), node('endEvent', 'e2')], 's2>e2')
const besides = (inside: string, attributes = '') =>
  scope(
    [
      start(),
      task('t'),
      end(),
      node('subProcess', 'x', begins(inside, attributes), 'triggeredByEvent="true"'),
    ],
    's>t t>e',
  )
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

judges('What starts a process §10.5.2', [
  ...matrix('process_start_trigger', 's', ['', 'message', 'timer', 'conditional', 'signal'], (inside) =>
    process(scope([start(inside), end()], 's>e')),
  ),
  [
    'one wrong trigger among several',
    [process(scope([start(definition('message') + definition('error')), end()], 's>e'))],
    ['process_start_trigger s'],
  ],
])

judges('What starts a sub-process §10.5.2', [
  ...matrix('sub_process_start_trigger', 's2', [''], (inside) =>
    process(row(node('subProcess', 'x', begins(inside)))),
  ),
  [
    'a trigger that is defined at the top of the file',
    [
      '<messageEventDefinition id="m"/>',
      process(row(node('transaction', 'x', begins('<eventDefinitionRef>m</eventDefinitionRef>')))),
    ],
    ['sub_process_start_trigger s2'],
  ],
])

judges('What starts an interrupting event sub-process §10.5.2', [
  ...matrix(
    'event_sub_process_start_trigger',
    's2',
    ['message', 'timer', 'error', 'escalation', 'compensate', 'conditional', 'signal'],
    (inside) => process(besides(inside)),
  ),
  [
    'two start events',
    [
      process(
        scope(
          [
            start(),
            end(),
            node(
              'subProcess',
              'x',
              scope(
                [
                  node('startEvent', 'a', definition('message')),
                  node('startEvent', 'b', definition('timer')),
                  node('endEvent', 'e2'),
                ],
                'a>e2 b>e2',
              ),
              'triggeredByEvent="true"',
            ),
          ],
          's>e',
        ),
      ),
    ],
    ['event_sub_process_start_events x'],
  ],
])

judges(
  'What starts a non-interrupting event sub-process §10.5.2',
  matrix(
    'event_sub_process_start_trigger',
    's2',
    ['message', 'timer', 'escalation', 'conditional', 'signal'],
    (inside) => process(besides(inside, 'isInterrupting="false"')),
  ),
)

judges(
  'What is caught within a flow §10.5.4',
  matrix('intermediate_catch_trigger', 'i', ['message', 'timer', 'conditional', 'signal'], (inside) =>
    process(within('intermediateCatchEvent', inside)),
  ).filter(([what]) => !what.startsWith('link')),
)

judges(
  'What is thrown within a flow §10.5.4',
  matrix('intermediate_throw_trigger', 'i', ['', 'message', 'escalation', 'compensate', 'signal'], (inside) =>
    process(within('intermediateThrowEvent', inside)),
  ).filter(([what]) => !what.startsWith('link')),
)

judges(
  'What interrupts an activity §10.5.4',
  matrix(
    'boundary_trigger',
    'b',
    ['message', 'timer', 'error', 'escalation', 'cancel', 'compensate', 'conditional', 'signal'],
    (inside) => process(attached(inside)),
  ),
)

judges(
  'What happens at an activity that goes on §10.5.4',
  matrix('boundary_trigger', 'b', ['message', 'timer', 'escalation', 'conditional', 'signal'], (inside) =>
    process(attached(inside, 'cancelActivity="false"')),
  ),
)

judges(
  'What an end event causes §10.5.3',
  matrix(
    'end_event_result',
    'e2',
    ['', 'message', 'error', 'escalation', 'cancel', 'compensate', 'signal', 'terminate'],
    (inside) =>
      process(
        row(
          node(
            'transaction',
            'x',
            scope([node('startEvent', 's2'), node('endEvent', 'e2', inside)], 's2>e2'),
          ),
        ),
      ),
  ),
)

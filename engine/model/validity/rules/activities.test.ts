import { end, formal, judges, node, process, row, scope, start, task } from '../testing/drawing.ts'

const io = (inputs: readonly string[], outputs: readonly string[] = [], sets = 1) => {
  const list = (tag: string, ids: readonly string[]) => ids.map((id) => `<${tag}>${id}</${tag}>`).join('')
  const declare = (tag: string, ids: readonly string[]) =>
    ids.map((id) => `<${tag} id="${id}" itemSubjectRef="${id.slice(0, 1)}"/>`).join('')
  return `<ioSpecification>${declare('dataInput', inputs)}${declare('dataOutput', outputs)}
    ${`<inputSet>${list('dataInputRefs', inputs)}</inputSet>`.repeat(sets)}
    ${`<outputSet>${list('dataOutputRefs', outputs)}</outputSet>`.repeat(sets)}</ioSpecification>`
}
/** Data whose id begins with A is made of item A. */
const items = '<itemDefinition id="A" structureRef="a"/><itemDefinition id="B" structureRef="b"/>'
const service = `${items}<message id="m" itemRef="A"/><message id="n" itemRef="B"/>
  <interface id="i" name="i"><operation id="o" name="o"><inMessageRef>m</inMessageRef><outMessageRef>n</outMessageRef></operation></interface>`
const uses = (tag: string, inside: string, attributes: string) => [
  service,
  process(row(node(tag, 't', inside, attributes))),
]

judges('Activities §10.3', [
  ['a start quantity of 0', [process(row(task('t', '', 'startQuantity="0"')))], ['start_quantity t']],
  [
    'a completion quantity of 0',
    [process(row(task('t', '', 'completionQuantity="0"')))],
    ['completion_quantity t'],
  ],
  ['quantities of 2', [process(row(task('t', '', 'startQuantity="2" completionQuantity="2"')))], []],
  [
    'a receive task that starts the process',
    [process(scope([node('receiveTask', 't', '', 'instantiate="true"'), task('u')], 't>u'))],
    [],
  ],
  [
    'the same with a flow to it',
    [process(row(node('receiveTask', 't', '', 'instantiate="true"')))],
    ['instantiating_task_with_incoming t'],
  ],
  [
    'a script without its language',
    [process(row(node('scriptTask', 't', '<script>x</script>')))],
    ['script_without_format t'],
  ],
  ['a script', [process(row(node('scriptTask', 't', '<script>x</script>', 'scriptFormat="text/x"')))], []],
])

judges('Sub-processes §10.3.5, §10.4.1', [
  ['an ad-hoc sub-process', [process(row(node('adHocSubProcess', 'x', scope([task('t'), task('u')]))))], []],
  ['one without activity', [process(row(node('adHocSubProcess', 'x')))], ['ad_hoc_without_activity x']],
  [
    'one with a start',
    [
      process(
        row(
          node(
            'adHocSubProcess',
            'x',
            scope([node('startEvent', 's2'), task('t'), node('endEvent', 'e2')], 's2>t t>e2'),
          ),
        ),
      ),
    ],
    ['ad_hoc_with_start_or_end x'],
  ],
  ['data of its own', [process(row(node('subProcess', 'x', io([]))))], ['io_specification_of_sub_process x']],
])

judges('Tasks and messages §10.3.3', [
  ['a service task that fits', uses('serviceTask', io(['A1'], ['B1']), 'operationRef="o"'), []],
  [
    'no input set',
    uses('serviceTask', '', 'operationRef="o"'),
    ['service_task_input_sets t', 'service_task_input t', 'service_task_output t'],
  ],
  [
    'two sets',
    uses('serviceTask', io(['A1'], ['B1'], 2), 'operationRef="o"'),
    ['service_task_input_sets t', 'service_task_output_sets t'],
  ],
  [
    'other items',
    uses('serviceTask', io(['B1'], ['A1']), 'operationRef="o"'),
    ['service_task_input t', 'service_task_output t'],
  ],
  ['a send task that fits', uses('sendTask', io(['A1']), 'messageRef="m"'), []],
  ['a send task without data', uses('sendTask', '', 'messageRef="m"'), []],
  [
    'a send task with two inputs',
    uses('sendTask', io(['A1', 'A2']), 'messageRef="m"'),
    ['send_task_inputs t'],
  ],
  [
    'a send task with two input sets',
    uses('sendTask', io(['A1'], [], 2), 'messageRef="m"'),
    ['send_task_input_sets t'],
  ],
  ['a send task with another item', uses('sendTask', io(['B1']), 'messageRef="m"'), ['send_task_input t']],
  ['a receive task that fits', uses('receiveTask', io([], ['A1']), 'messageRef="m"'), []],
  [
    'a receive task with two outputs',
    uses('receiveTask', io([], ['A1', 'A2']), 'messageRef="m"'),
    ['receive_task_outputs t'],
  ],
  [
    'a receive task with two output sets',
    uses('receiveTask', io([], ['A1'], 2), 'messageRef="m"'),
    ['receive_task_output_sets t'],
  ],
  [
    'a receive task with another item',
    uses('receiveTask', io([], ['B1']), 'messageRef="m"'),
    ['receive_task_output t'],
  ],
])

const calls = (inside: string, called: string) => [
  items,
  process(row(node('callActivity', 't', inside, 'calledElement="q"'))),
  process(called, '', 'q'),
]

judges('Call activities §10.3.6', [
  ['the same data', calls(io(['A1'], ['B1']), io(['A2'], ['B2'])), []],
  ['no data at all', calls('', ''), []],
  ['an input too few', calls('', io(['A2'])), ['call_activity_data t']],
  ['other items', calls(io(['B1']), io(['A2'])), ['call_activity_item B1', 'call_activity_item t']],
  [
    'a process that only a message starts',
    calls(
      '',
      scope([node('startEvent', 's2', '<messageEventDefinition/>'), node('endEvent', 'e2')], 's2>e2'),
    ),
    ['called_process_without_none_start q'],
  ],
  [
    'a process that can also start by itself',
    calls(
      '',
      scope(
        [
          node('startEvent', 's2', '<messageEventDefinition/>'),
          node('startEvent', 's3'),
          node('endEvent', 'e2'),
        ],
        's2>e2 s3>e2',
      ),
    ),
    [],
  ],
])

const bound = (inside: string, binding: string) => [
  service,
  `<process id="p"><supportedInterfaceRef>i</supportedInterfaceRef>${inside}${binding}</process>`,
]
const binding = (input: string, output: string) =>
  `<ioBinding operationRef="o" inputDataRef="${input}" outputDataRef="${output}"/>`

judges('Processes as services §10.4.1', [
  ['bound by its data', bound(io(['A1'], ['B1']), binding('A1', 'B1')), []],
  ['not bound', bound(io(['A1'], ['B1']), ''), ['interface_without_binding p']],
  ['bound to other items', bound(io(['B1'], ['B2']), binding('B1', 'B2')), ['binding_mismatch p']],
])

const looped = (inside: string, executable: boolean, data = '') =>
  process(
    row(task('t', `${data}<multiInstanceLoopCharacteristics>${inside}</multiInstanceLoopCharacteristics>`)),
    `isExecutable="${executable}"`,
  )

judges('Loops §10.3.8', [
  ['a number', [looped(formal('loopCardinality', '3'), true)], []],
  ['neither number nor data', [looped('', true)], ['multi_instance_without_number t']],
  ['the same where nothing is executed', [looped('', false)], []],
  ['data of its own', [items, looped('<loopDataInputRef>A1</loopDataInputRef>', true, io(['A1']))], []],
  [
    'data of another task',
    [
      items,
      process(
        scope(
          [
            start(),
            task(
              't',
              '<multiInstanceLoopCharacteristics><loopDataInputRef>A1</loopDataInputRef></multiInstanceLoopCharacteristics>',
            ),
            task('u', io(['A1'])),
            end(),
          ],
          's>t t>u u>e',
        ),
      ),
    ],
    ['loop_data_of_another t'],
  ],
])

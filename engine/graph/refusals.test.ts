import { parse } from '../model/parse.ts'
import { type Diagram, diagram } from '../testing/diagram.ts'
import { compile } from './compile.ts'

type Case = readonly [what: string, drawing: Diagram, expected: readonly string[]]

const p = () => diagram('p')
const started = () => p().start()

async function problemsOf(xml: string) {
  const model = await parse(xml)
  if (!model.ok) throw new Error(`unreadable: ${JSON.stringify(model.error)}`)
  const graphs = compile(model.value)
  return graphs.ok ? [] : graphs.error
}

function refuses(title: string, cases: readonly Case[]): void {
  describe(title, () => {
    test.each(cases)('%s', async (_, drawing, expected) => {
      const problems = await problemsOf(drawing.toXml())
      expect(problems.map(({ code, element }) => `${code} ${element}`)).toEqual(expected)
      for (const { message, remedy } of problems) {
        expect(message).toMatch(/\w+.*\.$/s)
        expect(remedy).toMatch(/\w{3}/)
      }
    })
  })
}

/** An event of the given kind with a raw definition. */
const raw = (definition: string) => ({ xml: `<bpmn:${definition}EventDefinition/>` })
const executionListener = (event: string, type: string): string =>
  `<zeebe:executionListeners><zeebe:executionListener eventType="${event}" type="${type}"/></zeebe:executionListeners>`
const taskListener = (event: string, type: string): string =>
  `<zeebe:taskListeners><zeebe:taskListener eventType="${event}" type="${type}"/></zeebe:taskListeners>`

refuses('refuses what nothing here runs', [
  ['choreography', started().element('choreographyTask', 'x').end(), ['unsupported_element x']],
  [
    'potential owners',
    started().userTask('x', { xml: '<bpmn:potentialOwner id="o"/>' }),
    ['unsupported_feature x'],
  ],
  ['a quantity of nothing', started().task('x', { attributes: { startQuantity: '0' } }), ['bad_quantity x']],
])

const conversing = (path: string) =>
  started()
    .catch('x', { message: 'm' })
    .end()
    .correlationKey('k', { value: { m: path } })

refuses('refuses correlation that can not be run', [
  ['a path in another language', conversing('getValue()'), ['bad_correlation_path value']],
  ['a bad expression', conversing('=a +'), ['bad_expression value']],
  [
    'a message that lacks a property of the key',
    started()
      .catch('x', { message: 'm' })
      .end()
      .correlationKey('k', { value: { m: 'a' }, other: { n: 'b' } }),
    ['missing_correlation_key x'],
  ],
  [
    'a computed name',
    started()
      .catch('x', { message: '=name' })
      .end()
      .correlationKey('k', { value: { '=name': 'a' } }),
    ['message_name_computed x'],
  ],
  [
    'a subscription without a path for a property',
    started()
      .catch('x', { message: 'm' })
      .end()
      .correlationKey('k', { value: { m: 'a' }, other: { m: 'b' } }, { value: 'a' }),
    ['missing_correlation_binding k-data'],
  ],
  [
    'a subscription whose path is in another language',
    started()
      .catch('x', { message: 'm' })
      .end()
      .correlationKey('k', { value: { m: 'a' } }, { value: 'a()b' }),
    ['bad_correlation_path value'],
  ],
  [
    'more keys than one message may take part in',
    Array.from({ length: 9 }, (_, at) => at).reduce(
      (drawing, at) => drawing.correlationKey(`k${at}`, { [`value${at}`]: { m: 'a' } }),
      started().catch('x', { message: 'm' }).end(),
    ),
    ['too_many_correlation_keys message-1'],
  ],
])

refuses('refuses events that lack something or stand where they mean nothing', [
  ...['escalation', 'compensate', 'cancel', 'error', 'terminate'].map(
    (kind): Case => [`${kind} catch`, started().catch('x', raw(kind)).end(), ['event_not_here x']],
  ),
  ['signal without signal', started().catch('x', raw('signal')).end(), ['missing_signal x']],
  ['signal start without signal', p().start('x', raw('signal')).end(), ['missing_signal x']],
  ['signal end without signal', started().end('x', raw('signal')), ['missing_signal x']],
  ['condition without text', started().catch('x', raw('conditional')).end(), ['expression_expected x']],
  ['link to nothing', started().throw('x', { name: 'l', ...raw('link') }), ['link_without_target x']],
  [
    'links without name',
    started()
      .throw('x', raw('link'))
      .xml(
        '<bpmn:intermediateCatchEvent id="c"><bpmn:linkEventDefinition name=""/></bpmn:intermediateCatchEvent>',
      ),
    ['link_without_name x', 'link_without_name c'],
  ],
  [
    'two links of one name',
    started()
      .throw('t', { name: 'l', ...raw('link') })
      .xml(
        '<bpmn:intermediateCatchEvent id="c1" name="l"><bpmn:linkEventDefinition/></bpmn:intermediateCatchEvent>',
      )
      .xml(
        '<bpmn:intermediateCatchEvent id="c2" name="l"><bpmn:linkEventDefinition/></bpmn:intermediateCatchEvent>',
      ),
    ['link_target_twice c2'],
  ],
  [
    'a flow to a catching link',
    started()
      .catch('x', { name: 'l', ...raw('link') })
      .end(),
    ['link_with_incoming x'],
  ],
  ['cancel end outside a transaction', started().end('x', raw('cancel')), ['cancel_outside_transaction x']],
  [
    'cancel at an activity',
    started().task('a').end().boundary('x', 'a', raw('cancel')).end('e'),
    ['bad_cancel_event x'],
  ],
  [
    'two cancels at a transaction',
    started()
      .transaction('tx', (inside) => inside.start('b').task('a').end('i'))
      .end()
      .boundary('x', 'tx', raw('cancel'))
      .end('e')
      .boundary('y', 'tx', raw('cancel'))
      .end('f'),
    ['bad_cancel_event y'],
  ],
  [
    'all triggers needed, one of them thrown',
    started()
      .task('a')
      .end()
      .boundary('x', 'a', {
        attributes: { parallelMultiple: 'true' },
        xml: '<bpmn:errorEventDefinition/><bpmn:escalationEventDefinition/>',
      })
      .end('e'),
    ['trigger_never_together x'],
  ],
  [
    'compensation without handler',
    started().task('a').end().boundary('x', 'a', raw('compensate')),
    ['compensation_without_handler x'],
  ],
  [
    'a handler in the flow',
    started()
      .task('x', { attributes: { isForCompensation: 'true' } })
      .end(),
    ['compensation_in_flow x'],
  ],
])

refuses('refuses gateways, loops and ad-hoc sub-processes that can not go on', [
  ['events missing', started().element('eventBasedGateway', 'x'), ['gateway_without_events x']],
  ['a task as event', started().element('eventBasedGateway', 'x').task('a').end(), ['event_expected x']],
  [
    'another way to an event',
    started()
      .parallel('g')
      .element('eventBasedGateway', 'e')
      .catch('c', { duration: 'PT1H' })
      .end()
      .from('g', { id: 'x' })
      .to('c'),
    ['event_with_other_flow x'],
  ],
  [
    'a beginning gateway that is reached',
    started()
      .element('eventBasedGateway', 'x', { attributes: { instantiate: 'true' } })
      .catch('c', { message: 'm', key: '=k' })
      .end(),
    ['instantiate_with_incoming x'],
  ],
  [
    'all events in the middle',
    started()
      .element('eventBasedGateway', 'x', { attributes: { eventGatewayType: 'Parallel' } })
      .catch('c', { message: 'm', key: '=k' })
      .end(),
    ['parallel_events_not_here x'],
  ],
  [
    'a beginning receive task that is reached',
    started().receiveTask('x', 'm', '=k', { attributes: { instantiate: 'true' } }),
    ['instantiate_with_incoming x'],
  ],
  [
    'no condition at an inclusive gateway',
    started().element('inclusiveGateway', 'g').end('a').from('g', { id: 'x' }).end('b'),
    ['missing_condition g-a', 'missing_condition x'],
  ],
  [
    'an endless loop',
    started().task('x', { xml: '<bpmn:standardLoopCharacteristics/>' }).end(),
    ['endless_loop x'],
  ],
  [
    'a maximum that is none',
    started().task('x', { xml: '<bpmn:standardLoopCharacteristics loopMaximum="-1"/>' }).end(),
    ['bad_loop_maximum x'],
  ],
  [
    'an end inside ad-hoc',
    started().element('adHocSubProcess', 'a', { xml: '<bpmn:task id="t"/><bpmn:endEvent id="x"/>' }).end(),
    ['event_not_here x'],
  ],
])

refuses('refuses missing parts', [
  ['nothing to begin with', p(), ['missing_start p']],
  ['no task definition', started().element('serviceTask', 'x').end(), ['missing_task_type x']],
  ['empty task type', started().serviceTask('x', '').end(), ['missing_task_type x']],
  ['no message', started().element('receiveTask', 'x').end(), ['missing_message x']],
  ['no message at an event', started().catch('x', raw('message')).end(), ['missing_message x']],
  ['no message name', started().catch('x', { message: '', key: '=k' }).end(), ['missing_message_name x']],
  ['no correlation key', started().catch('x', { message: 'm' }).end(), ['missing_correlation_key x']],
  [
    'no correlation key at a boundary',
    started().task('a').end().boundary('x', 'a', { message: 'm' }).end('e'),
    ['missing_correlation_key x'],
  ],
  ['no error code at a throw', started().end('x', raw('error')), ['missing_error_code x']],
  ['no called process', started().callActivity('x', '').end(), ['missing_called_process x']],
  ['no decision', started().element('businessRuleTask', 'x').end(), ['missing_decision x']],
  ['empty decision', started().ruleTask('x', '', 'r').end(), ['missing_decision x']],
  ['no result variable', started().ruleTask('x', 'd', '').end(), ['missing_result_variable x']],
  ['no script', started().element('scriptTask', 'x').end(), ['missing_script x']],
  ['no result of a script', started().scriptTask('x', '=1', '').end(), ['missing_result_variable x']],
  [
    'program code',
    started().element('scriptTask', 'x', {
      attributes: { scriptFormat: 'groovy' },
      xml: '<bpmn:script>1</bpmn:script>',
    }),
    ['unsupported_script x'],
  ],
  ['no sender', started().element('sendTask', 'x').end(), ['missing_message_sender x']],
  ['no sender at an end', started().end('x', raw('message')), ['missing_message_sender x']],
  ['no collection', started().task('x', { multiInstance: {} }).end(), ['missing_input_collection x']],
  [
    'output without element',
    started().task('x', { multiInstance: { inputCollection: '=a', outputCollection: 'b' } }),
    ['incomplete_output_collection x'],
  ],
  ['no timer', started().catch('x', raw('timer')).end(), ['missing_timer x']],
  [
    'no embedded form',
    started().userTask('x', {
      extensions: '<zeebe:formDefinition formKey="camunda-forms:bpmn:gone"/>',
    }),
    ['missing_form x'],
  ],
  ['no version tag', started().callActivity('x', 'q', { bindingType: 'versionTag' }), ['bad_binding x']],
])

refuses('refuses bad expressions and values', [
  [
    'condition',
    started().exclusive('g').from('g', { when: '=a >' }).end().from('g', { isDefault: true }).end('f'),
    ['bad_expression g-end'],
  ],
  [
    'condition of another language',
    started().exclusive('g').from('g', { when: 'a && b' }).end(),
    ['expression_expected g-end'],
  ],
  [
    'mapping',
    started()
      .task('x', { inputs: { a: '=1 +' } })
      .end(),
    ['bad_expression x'],
  ],
  ['assignee', started().userTask('x', { assignee: '=(' }), ['bad_expression x']],
  ['task type', started().serviceTask('x', '=('), ['bad_expression x']],
  ['correlation key', started().catch('x', { message: 'm', key: '=(' }), ['bad_expression x']],
  ['fixed correlation key', started().catch('x', { message: 'm', key: 'k' }), ['expression_expected x']],
  [
    'collection',
    started().task('x', { multiInstance: { inputCollection: 'items' } }),
    ['expression_expected x'],
  ],
  [
    'completion condition',
    started().task('x', {
      multiInstance: { inputCollection: '=a', completionCondition: '=(' },
    }),
    ['bad_expression x'],
  ],
  ['duration', started().catch('x', { duration: '1 hour' }), ['bad_timer x']],
  ['date', started().catch('x', { date: '2026-02-30T09:00:00Z' }), ['bad_timer x']],
  ['cycle', p().start('x', { cycle: 'R3/hourly' }), ['bad_timer x']],
  ['cron pattern', p().start('x', { cycle: '0 0 25 * * *' }), ['bad_timer x']],
  ['cron pattern that never comes', p().start('x', { cycle: '0 0 9 30 2 *' }), ['bad_timer x']],
  ['working time', p().start().catch('x', { duration: 'BP1.5D' }), ['bad_timer x']],
  ['mixed cycle in working time', p().start('x', { cycle: 'R/BP1DT4H' }), ['bad_timer x']],
  [
    'catching up of what happens once',
    p().start('x', { date: '2027-01-01T00:00:00Z', properties: { 'kartabl:catchUp': 'all' } }),
    ['bad_kartabl_property x'],
  ],
  [
    'way to catch up',
    p().start('x', { cycle: 'R/PT1H', properties: { 'kartabl:catchUp': 'twice' } }),
    ['bad_kartabl_property x'],
  ],
  [
    'calendar of a gateway',
    p()
      .start()
      .exclusive('x', { properties: { 'kartabl:calendar': 'sales' } }),
    ['bad_kartabl_property x'],
  ],
  ['due date', started().userTask('x', { dueDate: 'soon' }), ['bad_date x']],
  ['priority', started().userTask('x', { priority: '101' }), ['bad_priority x']],
  ['retries', started().serviceTask('x', 't', { retries: 'many' }), ['bad_retries x']],
  ['time to live', started().throw('x', { message: 'm', timeToLive: '1h' }), ['bad_duration x']],
  ...['__proto__', 'constructor', 'prototype', 'a.__proto__', 'a-b', ''].map(
    (name): Case => [
      `mapping to "${name}"`,
      started().task('x', { outputs: Object.fromEntries([[name, '=1']]) }),
      ['bad_variable_name x'],
    ],
  ),
  [
    'loop variable',
    started().task('x', { multiInstance: { inputCollection: '=a', inputElement: 'constructor' } }),
    ['bad_variable_name x'],
  ],
  ['result variable', started().scriptTask('x', '=1', '__proto__'), ['bad_variable_name x']],
])

refuses('refuses what stands where it has no meaning', [
  ['duration at a process start', p().start('x', { duration: 'PT1H' }), ['timer_kind_not_here x']],
  ['error start of a process', p().start('x', { error: 'e' }), ['event_not_here x']],
  [
    'message start of a sub-process',
    started().subProcess('s', (i) => i.start('x', { message: 'm', key: '=k' })),
    ['event_not_here x'],
  ],
  ['none intermediate catch', started().catch('x', {}), ['event_not_here x']],
  [
    'terminate boundary',
    started().task('a').end().boundary('x', 'a', { terminate: true }).end('e'),
    ['event_not_here x'],
  ],
  [
    'error that does not interrupt',
    started().task('a').end().boundary('x', 'a', { error: 'e', interrupting: false }),
    ['event_not_here x'],
  ],
  [
    'error start that does not interrupt',
    started()
      .end()
      .eventSubProcess('s', (i) => i.start('x', { error: 'e', interrupting: false })),
    ['error_must_interrupt x'],
  ],
  [
    'boundary at an event',
    started().throw('t').end().boundary('x', 't', { duration: 'PT1H' }),
    ['bad_attachment x'],
  ],
  [
    'boundary at an event sub-process',
    started()
      .end()
      .eventSubProcess('s', (i) => i.start('is', { signal: 'help' }).end('ie'))
      .boundary('x', 's', { duration: 'PT1H' })
      .end('e'),
    ['bad_attachment x'],
  ],
  [
    'mapping at a gateway',
    started()
      .exclusive('x', { inputs: { a: '=1' } })
      .end(),
    ['unsupported_extension x'],
  ],
  [
    'form at an inner start',
    started().subProcess('s', (i) => i.start('x', { formId: 'f' })),
    ['form_not_here x'],
  ],
  [
    'task listeners at another task',
    started().task('x', { extensions: taskListener('creating', 't') }),
    ['unsupported_extension x'],
  ],
  [
    'a task listener of an unknown event',
    started().userTask('x', { extensions: taskListener('complete', 't') }),
    ['bad_listener_event x'],
  ],
  [
    'an execution listener of an unknown event',
    started().task('x', { extensions: executionListener('take', 't') }),
    ['bad_listener_event x'],
  ],
  [
    'listeners without a type',
    started().userTask('x', { extensions: taskListener('creating', '') + executionListener('start', '') }),
    ['missing_listener_type x'],
  ],
  [
    'the same extension twice',
    started().task('x', { extensions: '<zeebe:ioMapping/><zeebe:ioMapping/>' }),
    ['duplicate_extension x'],
  ],
  [
    'loop at an event sub-process',
    started()
      .end()
      .eventSubProcess('x', (i) => i.start('s', { duration: 'PT1H' }), {
        multiInstance: { inputCollection: '=a' },
      }),
    ['unsupported_loop x'],
  ],
])

refuses('refuses wrong wiring', [
  [
    'several none starts',
    started()
      .subProcess('s', (inside) => inside.start('i').end('j').start('x').to('j'))
      .end(),
    ['several_none_starts x'],
  ],
  ['flow into a start event', started().task('a').to('start'), ['start_with_incoming start']],
  ['flow out of an end event', started().end('x').task('a'), ['end_with_outgoing x']],
  [
    'flow into a boundary event',
    started().task('a').to('x').boundary('x', 'a', { duration: 'PT1H' }),
    ['boundary_with_incoming x'],
  ],
  [
    'flow into an event sub-process',
    started()
      .to('x')
      .eventSubProcess('x', (i) => i.start('s', { duration: 'PT1H' })),
    ['event_sub_process_with_flow x'],
  ],
  [
    'event sub-process without start',
    started().eventSubProcess('x', (i) => i.task('a')),
    ['one_start_expected x'],
  ],
  [
    'event sub-process with two starts',
    started().eventSubProcess('x', (i) =>
      i.start('s', { duration: 'PT1H' }).start('t', { duration: 'PT2H' }),
    ),
    ['one_start_expected x'],
  ],
  [
    'flow across a border',
    started()
      .subProcess('s', (i) => i.start('t').task('a'))
      .end()
      .from('a')
      .to('end'),
    ['flow_crosses_scopes a-end'],
  ],
  [
    'way out without condition',
    started().exclusive('g').from('g', { when: '=a' }).end().from('g').end('f'),
    ['missing_condition g-f'],
  ],
  [
    'default of another element',
    started()
      .exclusive('g', { attributes: { default: 'start-g' } })
      .end(),
    ['bad_default g'],
  ],
  [
    'condition after an event-based gateway',
    started().eventBased('g').from('g', { when: '=a' }).catch('c', { duration: 'PT1H' }).end(),
    ['condition_not_here g-c'],
  ],
])

refuses('refuses kartabl properties', [
  ['unknown', started().task('x', { properties: { 'kartabl:magic': '1' } }), ['bad_kartabl_property x']],
  [
    'in the wrong place',
    started().task('x', { properties: { 'kartabl:fourEyes': 'starter' } }),
    ['bad_kartabl_property x'],
  ],
  [
    'with a wrong value',
    started().userTask('x', { properties: { 'kartabl:outcomes': 'a,,b' } }),
    ['bad_kartabl_property x'],
  ],
])

test('reports every problem of the file at once', async () => {
  const drawing = started()
    .serviceTask('a', '')
    .callActivity('b', '')
    .element('receiveTask', 'c')
    .end('d', raw('signal'))
  expect((await problemsOf(drawing.toXml())).map(({ element }) => element)).toEqual(['a', 'b', 'c', 'd'])
})

test('refuses a file in which nothing is executable', async () => {
  const [problem] = await problemsOf(started().toXml({ executable: false }))
  expect(problem).toMatchObject({ code: 'no_executable_process', element: 'p' })
})

test.each([
  ['assignee', 'assignmentDefinition'],
  ['dueDate', 'taskSchedule'],
  ['class', 'taskDefinition'],
  ['decisionRef', 'calledDecision'],
])('names what replaces camunda:%s', async (attribute, equivalent) => {
  const drawing = started().task('x', { attributes: { [`camunda:${attribute}`]: 'v' } })
  expect((await problemsOf(drawing.toXml()))[0]?.remedy).toContain(`zeebe:${equivalent}`)
})

test('says of a boundary event at an event sub-process what is wrong with that', async () => {
  const drawing = started()
    .end()
    .eventSubProcess('s', (i) => i.start('is', { signal: 'help' }).end('ie'))
    .boundary('x', 's', { signal: 'more' })
  const [problem] = await problemsOf(drawing.end('e').toXml())
  expect(problem?.message).toContain('s is an event sub-process')
  expect(problem?.remedy).toContain('put an event sub-process into s')
})

test('proposes the sign only where the text is FEEL but for the sign', async () => {
  const remedyOf = async (key: string) =>
    (await problemsOf(started().catch('x', { message: 'm', key }).toXml()))[0]?.remedy
  expect(await remedyOf('orderId')).toBe('Write "=orderId".')
  expect(await remedyOf('#{orderId}')).toMatch(/^Write it in FEEL/)
})

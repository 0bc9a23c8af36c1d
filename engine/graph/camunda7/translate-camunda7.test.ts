// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the texts are expressions of version 7.
import { parse } from '../../model/parse.ts'
import { type Diagram, diagram } from '../../testing/diagram.ts'
import { compile } from '../compile.ts'
import { translateCamunda7 } from './translate-camunda7.ts'

const started = (attributes: Readonly<Record<string, string>> = {}) => diagram('p', { attributes }).start()

/** An element with attributes of version 7, named without their prefix, and extensions. */
const at = (tag: string, attributes: Readonly<Record<string, string>>, extensions = '', xml = '') =>
  started()
    .element(tag, 'x', { attributes: prefixed(attributes), extensions, xml })
    .end()

const prefixed = (attributes: Readonly<Record<string, string>>) =>
  Object.fromEntries(Object.entries(attributes).map(([name, value]) => [`camunda:${name}`, value]))

type Drawing = Pick<Diagram, 'toXml'>

/** The drawing with a text of its file replaced, for what the builder does not draw. */
const changed = (drawing: Drawing, text: string, by: string): Drawing => ({
  toXml: () => drawing.toXml().replaceAll(text, by),
})

/** An error end event that throws an error with a message. */
const throwing = (message: string) =>
  changed(
    started().end('x', { error: 'E' }),
    'errorCode="E"',
    `errorCode="E" camunda:errorMessage="${message}"`,
  )

async function translate(drawing: Drawing) {
  const model = await parse(drawing.toXml())
  if (!model.ok) throw new Error(JSON.stringify(model.error))
  const { translations, problems } = translateCamunda7(model.value)
  const graphs = compile(model.value)
  return { translations, problems, refused: graphs.ok ? [] : graphs.error }
}

type Case = readonly [what: string, drawing: Drawing, became: readonly string[]]

const cases: readonly Case[] = [
  [
    'who does a task and when',
    at('userTask', {
      assignee: '${approver}',
      candidateUsers: 'ada, ${others}',
      candidateGroups: 'sales',
      dueDate: '${dateTime().plusDays(3).toDate()}',
      followUpDate: 'P1D',
      priority: '70',
    }),
    [
      'zeebe:assignmentDefinition assignee="=approver"',
      'zeebe:taskSchedule dueDate="=now() + duration("P3D")"',
      'zeebe:taskSchedule followUpDate="P1D"',
      'zeebe:priorityDefinition priority="70"',
      'zeebe:assignmentDefinition candidateUsers="=flatten(["ada", others])[item != null]"',
      'zeebe:assignmentDefinition candidateGroups="sales"',
    ],
  ],
  [
    'form by id',
    at('userTask', { formRef: 'approve', formRefBinding: 'deployment' }),
    ['zeebe:formDefinition formId="approve"', 'zeebe:formDefinition bindingType="deployment"'],
  ],
  [
    'form elsewhere',
    at('userTask', { formKey: 'app:approve.jsf' }),
    ['zeebe:formDefinition externalReference="app:approve.jsf"'],
  ],
  [
    'external task',
    at('serviceTask', { type: 'external', topic: 'pay-${kind}' }),
    ['zeebe:taskDefinition type="="pay-" + get or else(string(kind), "")"', ''],
  ],
  ['class', at('serviceTask', { class: 'org.Pay' }), ['zeebe:taskDefinition type="org.Pay"']],
  ['delegate', at('sendTask', { delegateExpression: '#{mailer}' }), ['zeebe:taskDefinition type="mailer"']],
  [
    'method of a bean',
    at('businessRuleTask', { expression: '${rules.apply(order, execution)}', resultVariable: 'discount' }),
    ['zeebe:taskDefinition type="rules.apply"', 'zeebe:header key="resultVariable" value="discount"'],
  ],
  [
    'computed by an expression',
    at('serviceTask', { expression: '${price * 2}', resultVariable: 'total' }),
    ['zeebe:script expression="=price * 2" resultVariable="total"'],
  ],
  [
    'a variable set by an expression',
    at('serviceTask', { expression: "${execution.setVariable('total', price * 2)}" }),
    ['zeebe:script expression="=price * 2" resultVariable="total"'],
  ],
  ['an expression for nothing', at('serviceTask', { expression: '${true}' }), ['']],
  [
    'fields of a class',
    at(
      'serviceTask',
      { class: 'A' },
      '<camunda:field name="to" stringValue="all"/><camunda:field name="text"><camunda:expression>Hi ${name}</camunda:expression></camunda:field>',
    ),
    [
      'zeebe:taskDefinition type="A"',
      'zeebe:header key="to" value="all"',
      'zeebe:input source="="Hi " + get or else(string(name), "")" target="text"',
    ],
  ],
  [
    'connector',
    at(
      'serviceTask',
      {},
      '<camunda:connector><camunda:connectorId>http-connector</camunda:connectorId><camunda:inputOutput><camunda:inputParameter name="url">${base}/x</camunda:inputParameter></camunda:inputOutput></camunda:connector>',
    ),
    [
      'zeebe:taskDefinition type="http-connector"',
      'zeebe:input source="=get or else(string(base), "") + "/x"" target="url"',
    ],
  ],
  [
    'retries and what is not needed',
    at(
      'serviceTask',
      { class: 'A', asyncBefore: 'true', exclusive: 'false', jobPriority: '5' },
      '<camunda:failedJobRetryTimeCycle>R5/PT10S</camunda:failedJobRetryTimeCycle>',
    ),
    ['', '', '', 'zeebe:taskDefinition type="A"', 'zeebe:taskDefinition retries="5"'],
  ],
  [
    'retries with pauses of their own',
    at(
      'serviceTask',
      { class: 'A' },
      '<camunda:failedJobRetryTimeCycle>PT1M,PT5M</camunda:failedJobRetryTimeCycle>',
    ),
    ['zeebe:taskDefinition type="A"', 'zeebe:taskDefinition retries="3"'],
  ],
  [
    'parameters',
    at(
      'userTask',
      {},
      `<camunda:inputOutput>
         <camunda:inputParameter name="a">\${b.c}</camunda:inputParameter>
         <camunda:inputParameter name="none"/>
         <camunda:inputParameter name="list"><camunda:list><camunda:value>one</camunda:value><camunda:value>\${two}</camunda:value></camunda:list></camunda:inputParameter>
         <camunda:inputParameter name="map"><camunda:map><camunda:entry key="k">v</camunda:entry></camunda:map></camunda:inputParameter>
         <camunda:inputParameter name="feel"><camunda:script scriptFormat="feel">1 + 1</camunda:script></camunda:inputParameter>
         <camunda:outputParameter name="z">\${a}</camunda:outputParameter>
       </camunda:inputOutput>`,
    ),
    [
      'zeebe:input source="=b.c" target="a"',
      'zeebe:input source="=null" target="none"',
      'zeebe:input source="=["one", two]" target="list"',
      'zeebe:input source="={"k": "v"}" target="map"',
      'zeebe:input source="=1 + 1" target="feel"',
      'zeebe:output source="=a" target="z"',
    ],
  ],
  [
    'decision',
    at('businessRuleTask', {
      decisionRef: 'rate',
      decisionRefBinding: 'versionTag',
      decisionRefVersionTag: 'v1',
      resultVariable: 'r',
      mapDecisionResult: 'collectEntries',
    }),
    [
      'zeebe:calledDecision decisionId="rate"',
      'zeebe:calledDecision versionTag="v1"',
      'zeebe:calledDecision bindingType="versionTag"',
      'zeebe:calledDecision resultVariable="r"',
      'zeebe:output source="=if r = null then [] else if r instance of list<Any> then r else [r]" target="r"',
    ],
  ],
  [
    'called process',
    started()
      .element('callActivity', 'x', {
        attributes: { calledElement: '${which}', 'camunda:calledElementBinding': 'deployment' },
        extensions:
          '<camunda:in source="a" target="b"/><camunda:in sourceExpression="${a + 1}" target="c"/><camunda:in businessKey="${execution.processBusinessKey}"/><camunda:out variables="all"/>',
      })
      .end(),
    [
      '=which',
      'zeebe:calledElement bindingType="deployment"',
      'zeebe:input source="=a" target="b"',
      'zeebe:input source="=a + 1" target="c"',
      'zeebe:input source="=businessKey" target="businessKey"',
      'zeebe:calledElement propagateAllChildVariables="true"',
    ],
  ],
  [
    'multi-instance',
    at(
      'userTask',
      { assignee: '${one}' },
      '',
      '<bpmn:multiInstanceLoopCharacteristics camunda:collection="people" camunda:elementVariable="one"><bpmn:completionCondition>${nrOfCompletedInstances &gt; 1}</bpmn:completionCondition></bpmn:multiInstanceLoopCharacteristics>',
    ),
    [
      'zeebe:assignmentDefinition assignee="=one"',
      'zeebe:loopCharacteristics inputCollection="=people"',
      'zeebe:loopCharacteristics inputElement="one"',
      '=numberOfCompletedInstances > 1',
    ],
  ],
  [
    'scripts',
    started()
      .element('scriptTask', 'x', {
        attributes: { scriptFormat: 'juel', 'camunda:resultVariable': 'sum' },
        xml: '<bpmn:script>${a + b}</bpmn:script>',
      })
      .element('scriptTask', 'y', {
        attributes: { scriptFormat: 'juel' },
        xml: '<bpmn:script>noop</bpmn:script>',
      })
      .end(),
    ['zeebe:script expression="=a + b" resultVariable="sum"', ''],
  ],
  [
    'conditional events, timers and signals',
    started()
      .element('userTask', 'x')
      .end()
      .boundary('b', 'x', {
        xml: '<bpmn:conditionalEventDefinition camunda:variableName="a" camunda:variableEvents="create"><bpmn:condition>${a > 1}</bpmn:condition></bpmn:conditionalEventDefinition>',
      })
      .end('e')
      .boundary('t', 'x', { duration: 'PT${n}H' })
      .end('f'),
    ['=a > 1', '', '', '="PT" + get or else(string(n), "") + "H"'],
  ],
  [
    'loops and gateways with conditions',
    started()
      .element('userTask', 'x', {
        attributes: { 'camunda:assignee': 'ada' },
        xml: '<bpmn:standardLoopCharacteristics loopMaximum="3"><bpmn:loopCondition>${!done}</bpmn:loopCondition></bpmn:standardLoopCharacteristics>',
      })
      .element('complexGateway', 'g', {
        xml: '<bpmn:activationCondition>${enough}</bpmn:activationCondition>',
      })
      .end(),
    ['zeebe:assignmentDefinition assignee="ada"', '=not(done)', '=enough'],
  ],
  [
    'properties and what concerns the process',
    diagram('p', {
      attributes: prefixed({
        versionTag: 'v2',
        historyTimeToLive: 'P30D',
        candidateStarterUsers: 'ada',
        candidateStarterGroups: 'sales',
        isStartableInTasklist: 'true',
      }),
      extensions: '<camunda:properties><camunda:property name="colour" value="blue"/></camunda:properties>',
    })
      .start('start', { attributes: { 'camunda:initiator': 'me' } })
      .end(),
    [
      '',
      'zeebe:versionTag value="v2"',
      '',
      'zeebe:property name="kartabl:candidateStarters" value="ada, sales"',
      'zeebe:property name="colour" value="blue"',
      'zeebe:property name="kartabl:initiator" value="me"',
    ],
  ],
  [
    'listeners of an element',
    at(
      'serviceTask',
      { class: 'org.Pay' },
      '<camunda:executionListener class="org.Begin" event="start"/>' +
        '<camunda:executionListener delegateExpression="${ender}" event="end"/>',
    ),
    [
      'zeebe:executionListener eventType="start" type="org.Begin"',
      'zeebe:executionListener eventType="end" type="ender"',
      'zeebe:taskDefinition type="org.Pay"',
    ],
  ],
  [
    'listeners of a process',
    diagram('p', {
      extensions: '<camunda:executionListener expression="${audit.begin(execution)}" event="start"/>',
    })
      .start()
      .end(),
    ['zeebe:executionListener eventType="start" type="audit.begin"'],
  ],
  [
    'listeners of a task',
    at(
      'userTask',
      {},
      ['create', 'assignment', 'update', 'complete', 'delete']
        .map((event) => `<camunda:taskListener class="org.L" event="${event}"/>`)
        .join(''),
    ),
    ['creating', 'assigning', 'updating', 'completing', 'canceling'].map(
      (event) => `zeebe:taskListener eventType="${event}" type="org.L"`,
    ),
  ],
  [
    'the message of a thrown error',
    throwing('No ${item} left'),
    [
      'zeebe:property name="kartabl:errorMessage" value="="No " + get or else(string(item), "") + " left""',
      '',
    ],
  ],
]

test.each(cases)('translates: %s', async (_, drawing, became) => {
  const { translations, problems, refused } = await translate(drawing)
  expect([problems, refused]).toEqual([[], []])
  expect(translations.map(({ to }) => to)).toEqual(became)
  for (const { element, from, to, note } of translations)
    expect([element, from, to + note].every((text) => text.length > 0)).toBe(true)
})

const refusals: readonly Case[] = [
  [
    'something unknown',
    at('userTask', { skipExpression: '${a}' }),
    ['camunda7_namespace x: camunda:skipExpression'],
  ],
  [
    'an assignee of a machine',
    at('serviceTask', { class: 'A', assignee: 'b' }),
    ['camunda7_namespace x: camunda:assignee'],
  ],
  [
    'a method in a condition',
    at('userTask', { assignee: '${finder.find(order)}' }),
    ['camunda7_expression x: assignee'],
  ],
  ['a mail task', at('serviceTask', { type: 'mail' }), ['camunda7_namespace x: camunda:type']],
  ['a topic without type', at('serviceTask', { type: 'external' }), ['camunda7_namespace x: camunda:type']],
  [
    'a computed delegate',
    at('serviceTask', { delegateExpression: '${a.b}' }),
    ['camunda7_namespace x: camunda:delegateExpression'],
  ],
  [
    'an expression of the engine',
    at('serviceTask', { expression: '${execution.id}' }),
    ['camunda7_namespace x: camunda:expression'],
  ],
  [
    'a retry plan by expression',
    at(
      'serviceTask',
      { class: 'A' },
      '<camunda:failedJobRetryTimeCycle>${plan}</camunda:failedJobRetryTimeCycle>',
    ),
    ['camunda7_namespace x: camunda:failedJobRetryTimeCycle'],
  ],
  [
    'listeners that are program code or computed',
    at(
      'userTask',
      {},
      '<camunda:executionListener event="start"><camunda:script scriptFormat="groovy">x</camunda:script></camunda:executionListener>' +
        '<camunda:taskListener event="create" delegateExpression="${a ? b : c}"/>' +
        '<camunda:taskListener event="create" class="A"><camunda:field name="f" expression="${x}"/></camunda:taskListener>',
    ),
    [
      'camunda7_namespace x: camunda:executionListener',
      'camunda7_namespace x: camunda:taskListener',
      'camunda7_namespace x: camunda:taskListener',
    ],
  ],
  [
    'listeners to what nobody here is told of',
    at('userTask', {}, '<camunda:taskListener event="timeout" class="A"/><camunda:taskListener class="A"/>'),
    ['camunda7_namespace x: camunda:taskListener', 'camunda7_namespace x: camunda:taskListener'],
  ],
  [
    'listeners of a sequence flow',
    changed(
      diagram('p').start('s').end('e'),
      'targetRef="e"/>',
      'targetRef="e"><bpmn:extensionElements><camunda:executionListener class="A" event="take"/></bpmn:extensionElements></bpmn:sequenceFlow>',
    ),
    ['camunda7_namespace s-e: camunda:executionListener'],
  ],
  [
    'a condition in a file of its own',
    changed(
      started()
        .exclusive('x')
        .from('x', { when: '=a', id: 'f' })
        .end()
        .from('x', { isDefault: true })
        .end('o'),
      'xsi:type="bpmn:tFormalExpression">=a<',
      'xsi:type="bpmn:tFormalExpression" language="groovy" camunda:resource="a.groovy"><',
    ),
    ['camunda7_namespace f: camunda:resource'],
  ],
  [
    'a conditional event whose condition is in a file of its own',
    changed(
      started().catch('x', { condition: '=a' }).end(),
      'xsi:type="bpmn:tFormalExpression">=a<',
      'xsi:type="bpmn:tFormalExpression" camunda:resource="a.groovy"><',
    ),
    ['camunda7_namespace x: camunda:resource'],
  ],
  [
    'a message of an error that only Java can say',
    throwing('${execution.id.x()}'),
    ['camunda7_expression x: '],
  ],
  [
    'a form by its file',
    at('userTask', { formKey: 'camunda-forms:deployment:a.form' }),
    ['camunda7_namespace x: camunda:formKey'],
  ],
  [
    'a form by version',
    at('userTask', { formRef: 'a', formRefVersion: '3', formRefBinding: 'version' }),
    ['camunda7_namespace x: camunda:formRefVersion', 'camunda7_namespace x: camunda:formRefBinding'],
  ],
  [
    'a decision by version',
    at('businessRuleTask', { decisionRef: 'a', decisionRefVersion: '3', decisionRefBinding: 'version' }),
    ['camunda7_namespace x: camunda:decisionRefVersion'],
  ],
  [
    'an unknown unpacking',
    at('businessRuleTask', { decisionRef: 'a', mapDecisionResult: 'all' }),
    ['camunda7_namespace x: camunda:mapDecisionResult'],
  ],
  [
    'a script as parameter',
    at(
      'userTask',
      {},
      '<camunda:inputOutput><camunda:inputParameter name="a"><camunda:script scriptFormat="groovy">1</camunda:script></camunda:inputParameter></camunda:inputOutput>',
    ),
    ['camunda7_namespace x: camunda:script'],
  ],
  [
    'computed starters',
    diagram('p', { attributes: prefixed({ candidateStarterUsers: '${a}' }) })
      .start()
      .end(),
    ['camunda7_namespace p: camunda:candidateStarterUsers'],
  ],
  [
    'local variables of a call',
    at('callActivity', {}, '<camunda:out source="a" target="b" local="true"/>'),
    ['camunda7_namespace x: camunda:out', 'missing_called_process x: '],
  ],
]

test.each(refusals)('refuses %s, once and with a remedy', async (_, drawing, expected) => {
  const { refused } = await translate(drawing)
  expect(
    refused.map(
      ({ code, element, message }) =>
        `${code} ${element}: ${/camunda:\w+|^assignee/.exec(message)?.[0] ?? ''}`,
    ),
  ).toEqual(expected)
  for (const { remedy } of refused) expect(remedy).toMatch(/\w{3}/)
})

test('a file that does not speak version 7 is given back as it is', async () => {
  const model = await parse(diagram('p').start().userTask('a', { assignee: '${a}' }).end().toXml())
  if (!model.ok) throw new Error('unreadable')
  expect(translateCamunda7(model.value).model).toBe(model.value)
})

test('what the zeebe namespace says already holds', async () => {
  const { translations, refused } = await translate(
    started()
      .serviceTask('x', 'mine', { attributes: prefixed({ type: 'external', topic: 'theirs' }) })
      .end(),
  )
  expect(refused).toEqual([])
  expect(translations[0]).toEqual({
    element: 'x',
    from: 'camunda:topic="theirs"',
    to: '',
    note: 'zeebe:taskDefinition is there already and holds.',
  })
})

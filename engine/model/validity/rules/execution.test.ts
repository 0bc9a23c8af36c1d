import { end, formal, judges, node, process, row, scope, start, task } from '../testing/drawing.ts'

const executable = (inside: string) => process(inside, 'isExecutable="true"')
const both = (what: string, inside: string, expected: readonly string[], roots = '') =>
  [
    [what, [roots, executable(inside)], expected],
    [`${what}, where nothing is executed`, [roots, process(inside)], []],
  ] as const

const messages =
  '<message id="m"/><interface id="i" name="i"><operation id="o" name="o"><inMessageRef>m</inMessageRef></operation></interface>'
const codes =
  '<error id="er" errorCode="1"/><error id="e0"/><escalation id="es" escalationCode="1"/><escalation id="es0"/>'
const ends = (definition: string) => scope([start(), end(definition)], 's>e')
const caught = (definition: string) => row(node('intermediateCatchEvent', 'c', definition))

judges('Message events of executable processes §10.5.5', [
  ...both(
    'no message',
    caught('<messageEventDefinition id="d"><operationRef>o</operationRef></messageEventDefinition>'),
    ['executable_message_event_without_message d'],
    messages,
  ),
  ...both(
    'no operation',
    caught('<messageEventDefinition id="d" messageRef="m"/>'),
    ['executable_message_event_without_operation d'],
    messages,
  ),
  ...both(
    'both',
    caught(
      '<messageEventDefinition id="d" messageRef="m"><operationRef>o</operationRef></messageEventDefinition>',
    ),
    [],
    messages,
  ),
  ...both(
    'a definition at the top of the file',
    caught('<eventDefinitionRef>d</eventDefinitionRef>'),
    ['executable_message_event_without_message d', 'executable_message_event_without_operation d'],
    '<messageEventDefinition id="d"/>',
  ),
])

judges('Codes that executable processes throw §8.4.3, §8.4.4', [
  ...both(
    'an escalation without code',
    ends('<escalationEventDefinition escalationRef="es0"/>'),
    ['executable_escalation_without_code e'],
    codes,
  ),
  ...both(
    'no escalation',
    ends('<escalationEventDefinition/>'),
    ['executable_escalation_without_code e'],
    codes,
  ),
  ...both('an escalation with code', ends('<escalationEventDefinition escalationRef="es"/>'), [], codes),
  ...both(
    'an error without code',
    ends('<errorEventDefinition errorRef="e0"/>'),
    ['executable_error_without_code e'],
    codes,
  ),
  ...both('an error with code', ends('<errorEventDefinition errorRef="er"/>'), [], codes),
  ...both('an error that is left open', ends('<errorEventDefinition/>'), [], codes),
  ...both(
    'what is caught needs no code',
    scope(
      [
        start(),
        task('t'),
        node('boundaryEvent', 'b', '<escalationEventDefinition/>', 'attachedToRef="t"'),
        end(),
      ],
      's>t t>e b>e',
    ),
    [],
  ),
])

const natural = ['natural_language_in_executable']
judges('Expressions of executable processes §8.4.6', [
  ...both(
    'a timer',
    caught('<timerEventDefinition id="d"><timeDuration>soon</timeDuration></timerEventDefinition>'),
    [`${natural} d`],
  ),
  ...both(
    'a formal timer',
    caught(`<timerEventDefinition id="d">${formal('timeDuration', 'PT1M')}</timerEventDefinition>`),
    [],
  ),
  ...both(
    'a condition',
    caught('<conditionalEventDefinition id="d"><condition/></conditionalEventDefinition>'),
    [`${natural} d`],
  ),
  ...both(
    'a loop',
    row(
      task(
        't',
        '<standardLoopCharacteristics><loopCondition>again</loopCondition></standardLoopCharacteristics>',
      ),
    ),
    [`${natural} t`],
  ),
  ...both(
    'a number of instances',
    row(
      task(
        't',
        '<multiInstanceLoopCharacteristics><loopCardinality>few</loopCardinality></multiInstanceLoopCharacteristics>',
      ),
    ),
    [`${natural} t`],
  ),
  ...both(
    'the end of an ad-hoc sub-process',
    row(node('adHocSubProcess', 'x', '<task id="t"/><completionCondition>done</completionCondition>')),
    [`${natural} x`],
  ),
  ...both(
    'a choice',
    scope([start(), node('exclusiveGateway', 'g'), task('t'), end()], 's>g g>t? g>e t>e').replace(
      ' xsi:type="tFormalExpression"',
      '',
    ),
    [`${natural} g-t`],
  ),
])

judges('Formal expressions, texts and processes', [
  [
    'an empty one §8.4.6',
    [
      process(
        caught(
          '<timerEventDefinition id="d"><timeDuration xsi:type="tFormalExpression"/></timerEventDefinition>',
        ),
      ),
    ],
    ['formal_expression_empty d'],
  ],
  [
    'a text without a MIME type §8.3.2',
    [process('<documentation textFormat="plain">x</documentation>')],
    ['text_format_no_mime_type p'],
  ],
  ['a text with one §8.3.2', [process('<documentation textFormat="text/html">x</documentation>')], []],
  [
    'a public process that is executed §10.2.1',
    [process('', 'isExecutable="true" processType="Public"')],
    ['public_process_executable p'],
  ],
  ['a public process §10.2.1', [process('', 'processType="Public"')], []],
])

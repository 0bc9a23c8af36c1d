import type { JsonValue } from '../../feel/index.ts'
import { CONTEXT, decide, decisionText, parseModel, problemsOf, tableText } from '../testing/model-text.ts'

const ONE = ['<output id="out"/>']
const RANKED = ['<output id="out"><outputValues><text>"high", "middle", "low"</text></outputValues></output>']
const TWO = ['<output name="rate"/>', '<output name="note"/>']
const DEFAULTED = ['<output><defaultOutputEntry><text>"none"</text></defaultOutputEntry></output>']

async function outcome(table: string, x: unknown): Promise<JsonValue> {
  return decide(await parseModel(decisionText('d', table)), 'd', { x })
}

describe('each hit policy makes its result of the rules that match', () => {
  test.each([
    [
      'UNIQUE',
      'hitPolicy="UNIQUE"',
      ONE,
      [
        ['< 5', '"low"'],
        ['>= 5', '"high"'],
      ],
      7,
      'high',
    ],
    [
      'UNIQUE is the default',
      '',
      ONE,
      [
        ['< 5', '"low"'],
        ['>= 5', '"high"'],
      ],
      1,
      'low',
    ],
    [
      'UNIQUE fails on two',
      '',
      ONE,
      [
        ['< 5', '"low"'],
        ['< 6', '"high"'],
      ],
      1,
      'decision_not_unique',
    ],
    [
      'FIRST',
      'hitPolicy="FIRST"',
      ONE,
      [
        ['< 5', '"a"'],
        ['< 6', '"b"'],
      ],
      1,
      'a',
    ],
    [
      'ANY',
      'hitPolicy="ANY"',
      ONE,
      [
        ['< 5', '"a"'],
        ['< 6', '"a"'],
      ],
      1,
      'a',
    ],
    [
      'ANY fails on different outputs',
      'hitPolicy="ANY"',
      ONE,
      [
        ['< 5', '"a"'],
        ['< 6', '"b"'],
      ],
      1,
      'decision_outputs_differ',
    ],
    [
      'PRIORITY',
      'hitPolicy="PRIORITY"',
      RANKED,
      [
        ['< 5', '"low"'],
        ['< 6', '"high"'],
      ],
      1,
      'high',
    ],
    [
      'PRIORITY fails on a foreign value',
      'hitPolicy="PRIORITY"',
      RANKED,
      [['< 5', '"other"']],
      1,
      'decision_no_priority',
    ],
    [
      'OUTPUT ORDER',
      'hitPolicy="OUTPUT ORDER"',
      RANKED,
      [
        ['-', '"low"'],
        ['-', '"high"'],
      ],
      1,
      ['high', 'low'],
    ],
    [
      'RULE ORDER',
      'hitPolicy="RULE ORDER"',
      ONE,
      [
        ['-', '2'],
        ['> 9', '5'],
        ['-', '1'],
      ],
      1,
      [2, 1],
    ],
    [
      'COLLECT',
      'hitPolicy="COLLECT"',
      ONE,
      [
        ['-', '2'],
        ['-', '1'],
      ],
      1,
      [2, 1],
    ],
    [
      'COLLECT SUM',
      'hitPolicy="COLLECT" aggregation="SUM"',
      ONE,
      [
        ['-', '2'],
        ['-', 'x'],
      ],
      3,
      5,
    ],
    [
      'COLLECT MIN',
      'hitPolicy="COLLECT" aggregation="MIN"',
      ONE,
      [
        ['-', '2'],
        ['-', '1'],
      ],
      1,
      1,
    ],
    [
      'COLLECT MAX',
      'hitPolicy="COLLECT" aggregation="MAX"',
      ONE,
      [
        ['-', '2'],
        ['-', '1'],
      ],
      1,
      2,
    ],
    [
      'COLLECT COUNT',
      'hitPolicy="COLLECT" aggregation="COUNT"',
      ONE,
      [
        ['-', '2'],
        ['-', '2'],
      ],
      1,
      2,
    ],
    ['several outputs', 'hitPolicy="FIRST"', TWO, [['> 0', '5', '"five"']], 1, { rate: 5, note: 'five' }],
    ['no match is null', '', ONE, [['> 5', '1']], 1, null],
    ['no match is the default output', '', DEFAULTED, [['> 5', '1']], 1, 'none'],
  ] as const)('%s', async (_name, attributes, outputs, rules, x, expected) => {
    expect(await outcome(tableText(attributes, outputs, rules), x)).toEqual(expected)
  })
})

test('the rules that matched and the inputs are reported', async () => {
  const model = await parseModel(
    decisionText(
      'd',
      tableText('hitPolicy="RULE ORDER"', ONE, [
        ['> 5', '1'],
        ['-', 'x + 1'],
      ]),
    ),
  )
  const made = model.decisions[0]?.evaluate((name) => (name === 'x' ? 3 : undefined), CONTEXT)
  expect(made).toMatchObject({
    ok: true,
    value: {
      output: [4],
      matchedRules: [{ ruleIndex: 1, ruleId: 'r1', outputs: { output: 4 } }],
      inputs: [{ inputId: 'in', inputName: 'x', value: 3 }],
    },
  })
})

test('a value outside the input values is a failure, a missing one is not', async () => {
  const table = tableText('', ONE, [['-', '1']]).replace(
    '</inputExpression>',
    '</inputExpression><inputValues><text>"a", "b"</text></inputValues>',
  )
  expect(await outcome(table, 'c')).toBe('decision_value_not_allowed')
  expect(await outcome(table, null)).toBe(1)
})

test('entries that keep a machine busy end with their fuel', async () => {
  const rules = Array.from({ length: 50 }, () => ['count(for i in 1..100000 return i) = 0', '1'] as const)
  expect(await outcome(tableText('', ONE, rules), 1)).toBe('feel_out_of_fuel')
})

test.each([
  ['an unknown hit policy', 'hitPolicy="LAST"', ONE, [['-', '1']]],
  ['an aggregation of several outputs', 'hitPolicy="COLLECT" aggregation="SUM"', TWO, [['-', '1', '2']]],
  ['a rule with a missing entry', '', TWO, [['-', '1']]],
  ['several outputs without names', '', ['<output/>', '<output/>'], [['-', '1', '2']]],
] as const)('%s is refused at parsing', async (_name, attributes, outputs, rules) => {
  expect(await problemsOf(decisionText('d', tableText(attributes, outputs, rules)))).toMatchObject([
    { code: 'dmn_table_invalid' },
  ])
})

import { parseDecisions } from './index.ts'
import {
  CONTEXT,
  decide,
  decisionText,
  literalText,
  modelText,
  parseModel,
  problemsOf,
} from './testing/model-text.ts'

const INPUT = '<inputData id="i" name="net price"><variable name="net price" typeRef="number"/></inputData>'
const ADD = `<businessKnowledgeModel id="add" name="add"><variable name="add"/><encapsulatedLogic>
  <formalParameter name="a" typeRef="number"/><formalParameter name="b" typeRef="number"/>${literalText('a + b')}
</encapsulatedLogic></businessKnowledgeModel>`

describe('decisions are made after those they require', () => {
  test('each once, and all are reported in order', async () => {
    const model = await parseModel(
      INPUT +
        decisionText('gross', literalText('net price * 1.2'), [['requiredInput', 'i']]) +
        decisionText('final', literalText('gross + gross'), [['requiredDecision', 'gross']]),
    )
    expect(model.decisions.find(({ id }) => id === 'final')?.requiredInputs).toEqual(['net price'])
    const made = model.decisions.find(({ id }) => id === 'final')?.evaluate(() => 10, CONTEXT)
    expect(made).toMatchObject({
      ok: true,
      value: {
        output: 24,
        evaluated: [
          { decisionId: 'gross', output: 12 },
          { decisionId: 'final', output: 24 },
        ],
      },
    })
  })

  test('names that nothing provides come from the process', async () => {
    const model = await parseModel(decisionText('d', literalText('season')))
    expect(model.decisions[0]?.requiredInputs).toEqual(['season'])
    expect(decide(model, 'd', { season: 'Winter' })).toBe('Winter')
  })

  test('texts of dates in the process become dates where the model wants them', async () => {
    const input = '<inputData id="i" name="due"><variable name="due" typeRef="date"/></inputData>'
    const model = await parseModel(
      input + decisionText('d', literalText('due + @"P1D"'), [['requiredInput', 'i']]),
    )
    expect(decide(model, 'd', { due: '2026-02-28' })).toBe('2026-03-01')
  })
})

const child = (tag: string, text: string): string => `<${tag}>${literalText(text)}</${tag}>`

describe('boxed expressions', () => {
  test.each([
    [
      'a context',
      `<context><contextEntry><variable name="a"/>${literalText('1')}</contextEntry><contextEntry><variable name="b"/>${literalText('a + 1')}</contextEntry></context>`,
      { a: 1, b: 2 },
    ],
    [
      'a context with a result',
      `<context><contextEntry><variable name="a b"/>${literalText('1')}</contextEntry><contextEntry>${literalText('a b + 1')}</contextEntry></context>`,
      2,
    ],
    ['a list', `<list>${literalText('1')}${literalText('2')}</list>`, [1, 2]],
    [
      'a relation',
      `<relation><column name="p"/><column name="q"/><row>${literalText('1')}${literalText('2')}</row></relation>`,
      [{ p: 1, q: 2 }],
    ],
    [
      'a conditional',
      `<conditional>${child('if', '1 < 2')}${child('then', '"yes"')}${child('else', '"no"')}</conditional>`,
      'yes',
    ],
    ['a for', `<for iteratorVariable="x">${child('in', '[1, 2]')}${child('return', 'x * 2')}</for>`, [2, 4]],
    [
      'an every',
      `<every iteratorVariable="x">${child('in', '[1, 2]')}${child('satisfies', 'x > 1')}</every>`,
      false,
    ],
    [
      'a some',
      `<some iteratorVariable="x">${child('in', '[1, 2]')}${child('satisfies', 'x > 1')}</some>`,
      true,
    ],
    ['a filter', `<filter>${child('in', '[{v: 1}, {v: 2}]')}${child('match', 'v > 1')}</filter>`, [{ v: 2 }]],
    ['a filter without a boolean', `<filter>${child('in', '[1, 2]')}${child('match', '2')}</filter>`, null],
    [
      'a filter whose condition is unknown',
      `<filter>${child('in', '[1, null]')}${child('match', 'item > 0')}</filter>`,
      [1],
    ],
    [
      'an invocation',
      `<invocation>${literalText('add')}<binding><parameter name="b"/>${literalText('2')}</binding><binding><parameter name="a"/>${literalText('1')}</binding></invocation>`,
      3,
    ],
    ['a call', literalText('add(1, 2)'), 3],
    ['a call with the wrong type', literalText('add("a", 2)'), null],
    [
      'a function',
      `<context><contextEntry><variable name="f"/><functionDefinition><formalParameter name="n"/>${literalText('n + 1')}</functionDefinition></contextEntry><contextEntry>${literalText('f(1)')}</contextEntry></context>`,
      2,
    ],
  ])('%s', async (_name, logic, expected) => {
    const model = await parseModel(ADD + decisionText('d', logic, [['requiredKnowledge', 'add']]))
    expect(decide(model, 'd')).toEqual(expected)
  })
})

test('a decision service is a function of its inputs, and can be made itself', async () => {
  const service = `<decisionService id="s" name="s"><variable name="s"/><outputDecision href="#double"/><inputData href="#i"/></decisionService>`
  const model = await parseModel(
    INPUT +
      decisionText('double', literalText('net price * 2'), [['requiredInput', 'i']]) +
      service +
      decisionText('d', literalText('s(4) + s(net price: 1)'), [['requiredKnowledge', 's']]),
  )
  expect(decide(model, 's', { 'net price': 5 })).toBe(10)
  expect(decide(model, 'd')).toBe(10)
})

test('a result that is not of its type is null, a single item becomes a list, a date its midnight', async () => {
  const types = '<itemDefinition name="tList" isCollection="true"><typeRef>number</typeRef></itemDefinition>'
  const model = await parseModel(
    types +
      decisionText('wrong', literalText('"a"'), [], 'number') +
      decisionText('single', literalText('1'), [], 'tList') +
      decisionText('midnight', literalText('@"2026-02-28"'), [], 'dateTime'),
  )
  expect(decide(model, 'wrong')).toBe(null)
  expect(decide(model, 'single')).toEqual([1])
  expect(decide(model, 'midnight')).toBe('2026-02-28T00:00:00Z')
})

test('an imported model is read under its name', async () => {
  const other = modelText(ADD).replace('urn:model', 'urn:other')
  const importing = modelText(
    `<import namespace="urn:other" name="lib" importType="https://www.omg.org/spec/DMN/20191111/MODEL/"/>${decisionText(
      'd',
      literalText('lib.add(1, 2)'),
      [['requiredKnowledge', 'add']],
    ).replace('#add', 'urn:other#add')}`,
  )
  const parsed = await parseDecisions(importing, [other])
  expect(parsed.ok && decide(parsed.value, 'd')).toBe(3)
  expect(await parseDecisions(importing)).toMatchObject({
    ok: false,
    error: [{ code: 'dmn_reference_unknown' }],
  })
})

test.each(['20151101/dmn.xsd', '20180521/MODEL/', '20211108/MODEL/', '20230324/MODEL/'])(
  'edition %s is read',
  async (edition) => {
    const host = edition.startsWith('2015') || edition.startsWith('2018') ? 'http' : 'https'
    const parsed = await parseDecisions(
      modelText(decisionText('d', literalText('1')), `${host}://www.omg.org/spec/DMN/${edition}`),
    )
    expect(parsed.ok && decide(parsed.value, 'd')).toBe(1)
  },
)

describe('what cannot run is refused', () => {
  test.each([
    ['broken FEEL', decisionText('d', literalText('1 +')), 'dmn_feel_invalid', ''],
    [
      'a requirement of nothing',
      decisionText('d', literalText('1'), [['requiredInput', 'x']]),
      'dmn_reference_unknown',
      'd',
    ],
    [
      'decisions that require each other',
      decisionText('a', literalText('b'), [['requiredDecision', 'b']]) +
        decisionText('b', literalText('a'), [['requiredDecision', 'a']]),
      'dmn_requirement_cycle',
      'a',
    ],
    [
      'a Java function',
      `<businessKnowledgeModel id="k" name="k"><encapsulatedLogic id="e" kind="Java">${literalText('1')}</encapsulatedLogic></businessKnowledgeModel>`,
      'dmn_unsupported',
      'e',
    ],
    [
      'another language',
      decisionText(
        'd',
        '<literalExpression id="l" expressionLanguage="groovy"><text>1</text></literalExpression>',
      ),
      'dmn_unsupported',
      'l',
    ],
    [
      'endless nesting',
      decisionText('d', '<list>'.repeat(20_000) + '</list>'.repeat(20_000)),
      'dmn_too_deep',
      '',
    ],
    ['an unknown element', decisionText('d', '<oracle/>'), 'dmn_unsupported', ''],
  ])('%s', async (_name, elements, code, elementId) => {
    expect(await problemsOf(elements)).toMatchObject([{ code, elementId }])
  })

  test.each([
    ['a DOCTYPE', `<!DOCTYPE a [<!ENTITY b "c">]>${modelText('')}`, 'dmn_xml_forbidden'],
    ['no XML', 'hello', 'dmn_xml_invalid'],
    ['XML of another kind', '<a/>', 'dmn_xml_invalid'],
    ['an empty file', '', 'dmn_xml_invalid'],
  ])('%s', async (_name, xml, code) => {
    expect(await parseDecisions(xml)).toMatchObject({ ok: false, error: [{ code }] })
  })
})

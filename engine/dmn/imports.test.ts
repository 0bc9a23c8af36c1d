import { parseDecisions, readDecisions } from './index.ts'
import { CONTEXT, decisionText, literalText, modelText, problemsOf } from './testing/model-text.ts'

const model = (namespace: string, elements: string): string =>
  modelText(elements).replace('namespace="urn:model"', `namespace="${namespace}"`)

const imported = (name: string, namespace: string): string =>
  `<import name="${name}" namespace="${namespace}" importType="https://www.omg.org/spec/DMN/20191111/MODEL/"/>`

const PERSON = model(
  'urn:person',
  '<inputData id="i" name="Person name"><variable name="Person name" typeRef="string"/></inputData>',
)
const greeting = (namespace: string, word: string): string =>
  model(
    namespace,
    imported('person', 'urn:person') +
      decisionText('greet', literalText(`"${word} " + person.Person name`), [['requiredInput', 'i']]).replace(
        'href="#i"',
        'href="urn:person#i"',
      ),
  )
const BOTH = model(
  'urn:both',
  imported('A', 'urn:a') +
    imported('B', 'urn:b') +
    decisionText('both', literalText('A.greet + ", " + B.greet'), [
      ['requiredDecision', 'a'],
      ['requiredDecision', 'b'],
    ])
      .replace('href="#a"', 'href="urn:a#greet"')
      .replace('href="#b"', 'href="urn:b#greet"'),
)
// In an order in which no model comes after those it imports.
const IMPORTS = [greeting('urn:a', 'Hello'), PERSON, greeting('urn:b', 'Bye')]

async function greet(variables: Record<string, unknown>): Promise<unknown> {
  const parsed = await parseDecisions(BOTH, IMPORTS)
  if (!parsed.ok) throw new Error(parsed.error[0]?.message)
  const outcome = parsed.value.decisions[0]?.evaluate((name) => variables[name], CONTEXT)
  return outcome?.ok ? outcome.value.output : outcome
}

describe('imported models', () => {
  test('take their input data from the context of their name', async () => {
    const variables = {
      A: { person: { 'Person name': 'Ann' } },
      B: { person: { 'Person name': 'Bob' } },
    }
    expect(await greet(variables)).toBe('Hello Ann, Bye Bob')
  })

  test('take what no such context has from the process', async () => {
    expect(await greet({ 'Person name': 'Eve' })).toBe('Hello Eve, Bye Eve')
  })

  test('may be imported without a name; their elements are then seen as our own', async () => {
    const main = model(
      'urn:main',
      imported('', 'urn:person') +
        decisionText('d', literalText('Person name + "!"'), [['requiredInput', 'i']]).replace(
          'href="#i"',
          'href="urn:person#i"',
        ),
    )
    const parsed = await parseDecisions(main, [PERSON])
    const outcome = parsed.ok ? parsed.value.decisions[0]?.evaluate(() => 'Ann', CONTEXT) : undefined
    expect(outcome).toMatchObject({ ok: true, value: { output: 'Ann!' } })
  })

  test('may not import each other', async () => {
    const a = model('urn:a', imported('B', 'urn:b'))
    const b = model('urn:b', imported('A', 'urn:a'))
    expect(await parseDecisions(model('urn:main', imported('A', 'urn:a')), [a, b])).toMatchObject({
      ok: false,
      error: [{ code: 'dmn_requirement_cycle' }],
    })
  })
})

describe('logic that cannot run', () => {
  const BROKEN =
    decisionText('first', literalText('1 +')) +
    decisionText('second', literalText('2 *')) +
    decisionText('fine', literalText('3'))

  test('is told all at once', async () => {
    expect((await problemsOf(BROKEN)).map(({ code }) => code)).toEqual([
      'dmn_feel_invalid',
      'dmn_feel_invalid',
    ])
  })

  test('fails only where it is asked when the file is read as far as it goes', async () => {
    const read = await readDecisions(modelText(BROKEN))
    const outcomes = read.ok
      ? read.value.model.decisions.map((decision) => decision.evaluate(() => null, CONTEXT))
      : []
    expect(outcomes).toMatchObject([
      { ok: false, error: { code: 'decision_refused' } },
      { ok: false, error: { code: 'decision_refused' } },
      { ok: true, value: { output: 3 } },
    ])
  })
})

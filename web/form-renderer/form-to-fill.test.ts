import { formToFill } from './form-to-fill.ts'

const outcomesOf = (schema: unknown, outcomes: string[]) => {
  const form = formToFill(schema, outcomes)
  return form.ok ? form.value.outcomes.map(({ outcome }) => outcome) : 'refused'
}
const button = { type: 'button', id: 'yes', label: 'Yes', properties: { outcome: 'yes' } }

describe('formToFill', () => {
  test.each([
    ['the diagram’s outcomes for a task without a form', null, ['sent', 'lost'], ['sent', 'lost']],
    ['none when nobody names any', null, [], []],
    ['the form’s own buttons', { components: [button] }, ['other'], ['yes']],
    ['the diagram’s outcomes for a form without buttons', { components: [] }, ['done'], ['done']],
    ['nothing for a form that is none', { no: 'components' }, [], 'refused'],
  ])('has %s', (_name, schema, outcomes, expected) => {
    expect(outcomesOf(schema, outcomes)).toEqual(expected)
  })
})

import { deployable } from '../../engine/graph/index.ts'
import { diagram } from '../../engine/testing/diagram.ts'
import { parseForm } from '../../forms/index.ts'

const field = (id: string, type: string, more = '', inside = '') =>
  `<camunda:formField id="${id}" label="Its ${id}" type="${type}" ${more}>${inside}</camunda:formField>`
const validated = (...constraints: readonly string[]) =>
  `<camunda:validation>${constraints.join('')}</camunda:validation>`
const constraint = (name: string, config = '') => `<camunda:constraint name="${name}" config="${config}"/>`

const task = (...fields: readonly string[]) =>
  diagram('p')
    .start()
    .element('userTask', 'x', { extensions: `<camunda:formData>${fields.join('')}</camunda:formData>` })
    .end()
    .toXml()

async function formOf(xml: string) {
  const done = await deployable(xml)
  if (!done.ok) throw new Error(JSON.stringify(done.error))
  const element = done.value.graphs[0]!.elements.find(({ id }) => id === 'x')
  const form = element?.type === 'userTask' ? element.userTask.form : null
  if (form?.kind !== 'embedded') throw new Error('expected an embedded form')
  return JSON.parse(form.schema) as { components: unknown[] }
}

test('the generated form of version 7 becomes a form that can be filled', async () => {
  const schema = await formOf(
    task(
      field(
        'name',
        'string',
        'defaultValue="Ada"',
        validated(constraint('required'), constraint('maxlength', '20')),
      ),
      field('count', 'long', 'defaultValue="3"', validated(constraint('min', '1'), constraint('max', '5'))),
      field('agreed', 'boolean', 'defaultValue="true"', validated(constraint('readonly'))),
      field('day', 'date'),
      field(
        'size',
        'enum',
        'defaultValue="s"',
        '<camunda:value id="s" name="Small"/><camunda:value id="l"/>',
      ),
    ),
  )
  expect(schema.components).toMatchObject([
    {
      key: 'name',
      type: 'textfield',
      label: 'Its name',
      defaultValue: 'Ada',
      validate: { required: true, maxLength: 20 },
    },
    { key: 'count', type: 'number', decimalDigits: 0, defaultValue: 3, validate: { min: 1, max: 5 } },
    { key: 'agreed', type: 'checkbox', defaultValue: true, readonly: true },
    { key: 'day', type: 'datetime', subtype: 'date', dateLabel: 'Its day' },
    {
      key: 'size',
      type: 'select',
      defaultValue: 's',
      values: [
        { value: 's', label: 'Small' },
        { value: 'l', label: 'l' },
      ],
    },
  ])
  const form = parseForm(schema)
  expect(form.ok && form.value.fields).toHaveLength(5)
})

test.each([
  ['a type of its own', field('a', 'customType'), 'customType'],
  ['a computed default', field('a', 'string', 'defaultValue="#{b}"'), 'computes its default'],
  [
    'a validator of its own',
    field('a', 'string', '', validated(constraint('validator', 'org.Check'))),
    'validator',
  ],
])('a field with %s is refused', async (_, written, reason) => {
  const done = await deployable(task(written))
  expect(done.ok ? [] : done.error.map(({ code, message }) => `${code} ${message}`)).toEqual([
    expect.stringMatching(new RegExp(`^camunda7_namespace .*formField.*${reason}`)),
  ])
})

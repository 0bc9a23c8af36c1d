import type { Extension } from '../../../model/model.ts'
import { attribute } from '../../find-extension.ts'
import type { Draft, TakenElement } from '../draft.ts'
import { hasJuel } from '../juel/juel-to-feel.ts'
import type { NodeDraft } from '../node-draft.ts'
import { type FieldValidation, validationOf } from './field-validation.ts'

/** Generated form → form-js form inside the diagram. A field that has no equivalent is refused. */
export function generateForm(formData: TakenElement, { node, own, at }: NodeDraft): void {
  if (attribute(formData.extension, 'businessKey') !== '')
    own.refuse(formData, 'makes a field the business key', 'Call the field businessKey.')
  const fields = formData.extension.children.filter(({ name }) => name === 'formField')
  const components = fields.flatMap((field) => componentOf(field, own) ?? [])
  const id = `camunda7-${node.id}`
  const schema = { type: 'default', id, schemaVersion: 18, components }
  if (!own.says('formDefinition'))
    at.forms.push({
      vocabulary: 'zeebe',
      name: 'userTaskForm',
      attributes: new Map([['id', id]]),
      children: [],
      body: JSON.stringify(schema),
    })
  const names = components.map(({ key }) => key).join(', ')
  own.put(
    'formDefinition',
    { formKey: `camunda-forms:bpmn:${id}` },
    formData,
    `A form with the fields ${names}.`,
  )
}

interface Component {
  readonly key: string
  readonly [setting: string]: unknown
}

function componentOf(field: Extension, own: Draft): Component | null {
  const key = attribute(field, 'id')
  const type = attribute(field, 'type')
  const refuse = (reason: string): null => {
    const source = `camunda:formField id="${key}"`
    own.refuse(
      { name: 'formData', value: '', source },
      reason,
      'Draw the form in the form editor and use camunda:formRef.',
    )
    return null
  }
  const make = Object.hasOwn(kinds, type) ? kinds[type] : undefined
  if (make === undefined) return refuse(`has the type "${type}", which no form has here`)
  const preset = attribute(field, 'defaultValue')
  if (hasJuel(preset)) return refuse('computes its default')
  const validation = validationOf(field)
  if (typeof validation === 'string') return refuse(validation)
  const label = attribute(field, 'label') || key
  return { id: `Field_${key}`, key, ...make(label, preset, validation, field) }
}

type Make = (label: string, preset: string, validation: FieldValidation, field: Extension) => object

const kinds: Readonly<Record<string, Make>> = {
  string: (label, preset, { readonly, ...validate }) => ({
    ...{ type: 'textfield', label, validate, readonly },
    ...(preset === '' ? {} : { defaultValue: preset }),
  }),
  long: (label, preset, { readonly, ...validate }) => ({
    ...{ type: 'number', label, decimalDigits: 0, validate, readonly },
    ...(preset === '' ? {} : { defaultValue: Number(preset) }),
  }),
  // In version 7 a required field must not be null; a checkbox never is.
  boolean: (label, preset, { readonly }) => ({
    ...{ type: 'checkbox', label, readonly },
    ...(preset === '' ? {} : { defaultValue: preset === 'true' }),
  }),
  date: (label, _preset, { required, readonly }) => ({
    ...{ type: 'datetime', subtype: 'date', dateLabel: label, validate: { required }, readonly },
  }),
  enum: (label, preset, { required, readonly }, field) => ({
    ...{ type: 'select', label, values: optionsOf(field), validate: { required }, readonly },
    ...(preset === '' ? {} : { defaultValue: preset }),
  }),
}

const optionsOf = (field: Extension) =>
  field.children
    .filter(({ name }) => name === 'value')
    .map((option) => ({
      value: attribute(option, 'id'),
      label: attribute(option, 'name') || attribute(option, 'id'),
    }))

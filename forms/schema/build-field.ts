import type { FieldType } from '../fields/field-type.ts'
import { fieldTypes } from '../fields/field-types.ts'
import type { FieldKind, SettingsByKind } from '../fields/settings-by-kind.ts'
import { asJson, type JsonValue } from '../values/json-value.ts'
import { isDangerousName, isSafeName } from '../values/safe-name.ts'
import type { ValuePath } from '../values/value-path.ts'
import type { ComponentReader } from './component-reader.ts'
import type { Field, FieldOf, FieldRules, RecordBinding } from './form.ts'
import type { Place } from './parse-components.ts'
import type { ParsedSchema } from './parsed-schema.ts'

/** Builds one field from its component, and says where its own components stand. */
export function buildField<Kind extends FieldKind>(
  kind: Kind,
  reader: ComponentReader,
  place: Place,
  schema: ParsedSchema,
): { field: Field; inner: Place } {
  const type: FieldType<Kind> = fieldTypes[kind]
  const settings = type.parse(reader)
  const id = schema.takeId(reader.at('id'), kind)
  const key =
    reader.text(kind === 'grid' || kind === 'group' ? 'path' : 'key') ??
    (type.holdsValue ? reader.text('key') : null)
  const steps = parsePath(key, type.holdsValue, reader)
  const label = reader.at('label') ?? reader.at('dateLabel') ?? reader.at('timeLabel')
  const field: FieldOf<Kind> = {
    kind,
    id,
    key: key ?? '',
    path: type.holdsValue ? [...place.groupPath, ...steps] : [`#${id}`],
    name: key ?? id,
    texts: {
      label: reader.localText('label', label),
      description: reader.localText('description', reader.at('description')),
      text: reader.localText('text', reader.at('text')),
      prefix: reader.localText('prefix', reader.at('appearance', 'prefixAdorner')),
      suffix: reader.localText('suffix', reader.at('appearance', 'suffixAdorner')),
    },
    settings,
    rules: parseRules(reader),
    defaultValue: parseDefault(type, settings, reader),
    columns: reader.count('layout.columns', reader.at('layout', 'columns')),
    row: reader.text('layout', 'row'),
    properties: reader.properties,
    recordBinding: parseBinding(reader),
    fields: [],
  }
  const inner: Place = {
    groupPath: kind === 'group' ? [...place.groupPath, ...steps] : [],
    depth: place.depth + 1,
    inGrid: place.inGrid || kind === 'grid',
  }
  if (kind === 'grid' && place.inGrid)
    reader.report(
      'grid_nested',
      'Expected plain fields as columns of a grid, got another grid.',
      'Move it out of the grid.',
    )
  return { field: field as Field, inner } // Kind is one of the union's kinds
}

function parsePath(key: string | null, needed: boolean, reader: ComponentReader): ValuePath {
  if (key === null) {
    if (needed) reader.report('key_missing', 'Expected a key, got none.', 'Give the field a key.')
    return []
  }
  const steps = key.split('.')
  for (const step of steps) {
    if (isDangerousName(step))
      reader.report('key_dangerous', `Expected a plain name, got "${step}".`, 'Rename the key.')
    else if (!isSafeName(step))
      reader.report(
        'key_invalid',
        `Expected a name that begins with a letter, such as "amount" or "customer.name", got "${key}".`,
        'Rename the key.',
      )
  }
  return steps
}

function parseRules(reader: ComponentReader): FieldRules {
  const requiredIf = reader.property('requiredIf')
  return {
    hide: reader.rule('conditional.hide', reader.at('conditional', 'hide')),
    readOnly: reader.flag('disabled') || reader.rule('readonly', reader.at('readonly')),
    required: [
      reader.rule('validate.required', reader.at('validate', 'required')),
      requiredIf === null ? false : reader.rule('properties.requiredIf', requiredIf),
    ],
  }
}

/** Any currency will do while the form is read: the real one is known when it is filled. */
const anyContext = { now: 0, zone: 'UTC', lookup: () => 'XXX' }

/** The default as the schema has it, checked to be of the field's type. A number stands for an amount of money. */
function parseDefault<Kind extends FieldKind>(
  type: FieldType<Kind>,
  settings: SettingsByKind[Kind],
  reader: ComponentReader,
): JsonValue | undefined {
  const given = reader.at('defaultValue')
  if (given === undefined || given === null || given === '' || !type.holdsValue) return undefined
  const value = type.kind === 'money' && typeof given === 'number' ? String(given) : given
  const read = type.normalise(value, settings, anyContext)
  if (read.ok) return asJson(value)
  reader.report(
    'default_invalid',
    `Expected a ${type.kind} in defaultValue: ${read.error.code}.`,
    'Correct the default.',
  )
  return undefined
}

function parseBinding(reader: ComponentReader): RecordBinding | null {
  const text = reader.property('kartabl:record')
  if (text === null) return null
  const [record = '', ...steps] = text.split('.')
  if (steps.length > 0 && [record, ...steps].every(isSafeName)) return { record, attribute: steps.join('.') }
  reader.report(
    'record_binding_invalid',
    `Expected a record and its attribute such as "opportunity.items" in properties["kartabl:record"], got "${text}".`,
    'Correct the binding.',
  )
  return null
}

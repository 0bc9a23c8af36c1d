import type { FieldType } from '../fields/field-type.ts'
import { fieldTypes } from '../fields/field-types.ts'
import type { FieldKind } from '../fields/settings-by-kind.ts'
import type { ComponentReader } from './component-reader.ts'
import type { Field, FieldOf } from './form.ts'
import { parseBinding } from './parse-binding.ts'
import type { Place } from './parse-components.ts'
import { parseDefault } from './parse-default.ts'
import { parseFieldRules } from './parse-field-rules.ts'
import { parseKey } from './parse-key.ts'
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
  const steps = parseKey(key, type.holdsValue, reader)
  const label = reader.at('label') ?? reader.at('dateLabel') ?? reader.at('timeLabel')
  const field: FieldOf<Kind> = {
    kind,
    id,
    key: key ?? '',
    path: type.holdsValue ? [...place.groupPath, ...steps] : [`#${id}`],
    name: type.holdsValue || kind === 'button' ? (key ?? id) : '',
    texts: {
      label: reader.localText('label', label),
      description: reader.localText('description', reader.at('description')),
      text: reader.localText('text', reader.at('text')),
      prefix: reader.localText('prefix', reader.at('appearance', 'prefixAdorner')),
      suffix: reader.localText('suffix', reader.at('appearance', 'suffixAdorner')),
    },
    settings,
    rules: parseFieldRules(reader),
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

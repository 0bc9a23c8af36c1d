import { type KindReading, kindOfComponent } from '../fields/kind-of-component.ts'
import { isObject, own } from '../values/json-value.ts'
import type { ValuePath } from '../values/value-path.ts'
import { buildField } from './build-field.ts'
import { ComponentReader } from './component-reader.ts'
import type { Field } from './form.ts'
import type { ParsedSchema } from './parsed-schema.ts'

/** Where a component stands in the tree. */
export interface Place {
  /** Paths of the groups around it. */
  readonly groupPath: ValuePath
  /** 1 for the form's own components. */
  readonly depth: number
  readonly inGrid: boolean
}

const maximumDepth = 16

/** The fields of a list of components; what cannot be read is reported and left out. */
export function parseComponents(components: readonly unknown[], place: Place, schema: ParsedSchema): Field[] {
  if (place.depth > maximumDepth) {
    const cause = `Expected groups nested at most ${maximumDepth} deep, got deeper nesting.`
    schema.report('form_too_deep', '', cause, 'Flatten the groups.')
    return []
  }
  return components.flatMap((component) => (schema.hasRoom() ? parseComponent(component, place, schema) : []))
}

function parseComponent(component: unknown, place: Place, schema: ParsedSchema): Field[] {
  const name = nameOf(component)
  if (!isObject(component)) {
    schema.report(
      'field_malformed',
      name,
      `Expected a component object, got ${typeof component}.`,
      'Remove it.',
    )
    return []
  }
  const reading = kindOfComponent(component)
  if (reading.is === 'ignored') return []
  if (reading.is !== 'kind') {
    reportKind(reading, name, schema)
    return []
  }
  const reader = new ComponentReader(component, name, schema.problems)
  const { field, inner } = buildField(reading.kind, reader, place, schema)
  const children = own(component, 'components')
  const holdsFields = reading.kind === 'group' || reading.kind === 'grid'
  return [
    holdsFields && Array.isArray(children)
      ? { ...field, fields: parseComponents(children, inner, schema) }
      : field,
  ]
}

/** What a problem calls the component: its key, else its id, else its type. */
function nameOf(component: unknown): string {
  const names = ['key', 'path', 'id', 'type'].map((name) => own(component, name))
  return String(names.find((name) => typeof name === 'string' && name !== '') ?? '')
}

function reportKind(
  reading: Exclude<KindReading, { is: 'kind' | 'ignored' }>,
  field: string,
  schema: ParsedSchema,
): void {
  if (reading.is === 'unknown')
    schema.report(
      'field_type_unknown',
      field,
      `Expected a form-js field type, got "${reading.type}".`,
      'Use a type that the form editor offers.',
    )
  if (reading.is === 'refused')
    schema.report(
      'field_type_not_supported',
      field,
      `Fields of type "${reading.type}" are not supported.`,
      reading.remedy,
    )
  if (reading.is === 'unknown_kind')
    schema.report(
      'field_kind_unknown',
      field,
      `Expected "money", "lookup" or "grid" in properties.kind, got "${reading.kind}".`,
      'Correct or remove properties.kind.',
    )
  if (reading.is === 'misplaced')
    schema.report(
      'field_kind_misplaced',
      field,
      `Expected properties.kind "${reading.kind}" on a ${reading.carrier}, got it on a ${reading.type}.`,
      `Change the type to ${reading.carrier}.`,
    )
}

import { own } from '../values/json-value.ts'
import type { FieldKind } from './settings-by-kind.ts'

/** form-js types whose kind has the same name. */
const plainKinds: readonly FieldKind[] = [
  'textfield',
  'textarea',
  'number',
  'datetime',
  'select',
  'radio',
  'checkbox',
  'checklist',
  'taglist',
  'group',
  'table',
  'text',
  'button',
]

/** form-js refuses types it does not know, so our own kinds are stored as these with `properties.kind`. */
const carriers: readonly { readonly type: string; readonly kind: FieldKind }[] = [
  { type: 'number', kind: 'money' },
  { type: 'select', kind: 'lookup' },
  { type: 'dynamiclist', kind: 'grid' },
]

/** form-js types that only take up space. */
const ignored = new Set(['separator', 'spacer'])

/** form-js types that exist but are not taken, and what to use instead. */
const refused = new Map([
  ['filepicker', 'Remove it and let people attach files to the task itself.'],
  ['documentPreview', 'Remove it and let people attach files to the task itself.'],
  ['html', 'Use a text field: texts are shown as text, never as HTML.'],
  ['iframe', 'Remove it, or put the address into a text field.'],
  ['image', "Remove it, or put the picture's address into a text field."],
  ['expression', 'Compute the value in the diagram, with a script task or an output mapping.'],
])

export type KindReading =
  | { readonly is: 'kind'; readonly kind: FieldKind }
  | { readonly is: 'ignored' }
  | { readonly is: 'refused'; readonly type: string; readonly remedy: string }
  | { readonly is: 'unknown'; readonly type: string }
  | { readonly is: 'unknown_kind'; readonly kind: string }
  | { readonly is: 'misplaced'; readonly kind: string; readonly carrier: string; readonly type: string }

/** Which kind of field a form-js component is. */
export function kindOfComponent(component: unknown): KindReading {
  const type = String(own(component, 'type') ?? '')
  const remedy = refused.get(type)
  if (ignored.has(type)) return { is: 'ignored' }
  if (remedy !== undefined) return { is: 'refused', type, remedy }
  const special = own(own(component, 'properties'), 'kind')
  if (special !== undefined && special !== '') return specialKind(String(special), type)
  if (type === 'dynamiclist') return { is: 'kind', kind: 'grid' }
  const kind = plainKinds.find((name) => name === type)
  return kind === undefined ? { is: 'unknown', type } : { is: 'kind', kind }
}

function specialKind(name: string, type: string): KindReading {
  const found = carriers.find(({ kind }) => kind === name)
  if (found === undefined) return { is: 'unknown_kind', kind: name }
  return found.type === type
    ? { is: 'kind', kind: found.kind }
    : { is: 'misplaced', kind: name, carrier: found.type, type }
}

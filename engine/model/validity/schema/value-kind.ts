/** What an attribute, or an element that holds just a value, may contain. */
export type ValueKind =
  | { readonly kind: 'text' | 'boolean' | 'integer' | 'double' | 'id' }
  | { readonly kind: 'enumeration'; readonly values: readonly string[] }
  /** Names one of these types: by id within this file, or by a qualified name in any. No type: something outside of BPMN. */
  | {
      readonly kind: 'reference'
      readonly within: 'file' | 'model'
      readonly types: readonly string[]
      readonly mustExist: boolean
    }

/** Groups of types the standard's text speaks of and its schema does not. §9.4, §10.4.1 */
const groups: ReadonlyMap<string, readonly string[]> = new Map([
  ['InteractionNode', ['tParticipant', 'tActivity', 'tChoreographyActivity', 'tEvent', 'tConversationNode']],
  [
    'ItemAwareElement',
    [
      'tDataInput',
      'tDataOutput',
      'tDataObject',
      'tDataObjectReference',
      'tDataStore',
      'tDataStoreReference',
      'tProperty',
    ],
  ],
])

export function valueKind(written: string): ValueKind {
  const [, reference, types = ''] = /^(ref|idref|found)\((.*)\)$/.exec(written) ?? []
  if (reference !== undefined) {
    const named = types.split('|').filter((type) => type !== '')
    return {
      kind: 'reference',
      within: reference === 'idref' ? 'file' : 'model',
      types: named.flatMap((type) => groups.get(type) ?? [type]),
      mustExist: reference !== 'found',
    }
  }
  if (written.startsWith('{')) return { kind: 'enumeration', values: written.slice(1, -1).split('|') }
  switch (written) {
    case 'boolean':
    case 'double':
      return { kind: written }
    case 'integer':
    case 'int':
      return { kind: 'integer' }
    case 'ID':
      return { kind: 'id' }
    default:
      return { kind: 'text' }
  }
}

const ncName = String.raw`[\p{L}_][\p{L}\p{M}\p{N}_.\-·]*`
const idPattern = new RegExp(`^${ncName}$`, 'u')
const qNamePattern = new RegExp(`^(?:${ncName}:)?${ncName}$`, 'u')

/** What is wrong with a value: what was expected. Null when it is of its kind. */
export function expectedInstead(value: string, kind: ValueKind): string | null {
  switch (kind.kind) {
    case 'text':
      return null
    case 'boolean':
      return ['true', 'false', '1', '0'].includes(value) ? null : 'true or false'
    case 'integer':
      return /^[+-]?\d+$/.test(value) ? null : 'a whole number'
    case 'double':
      return /^([+-]?(\d+(\.\d*)?|\.\d+)([eE][+-]?\d+)?|-?INF|NaN)$/.test(value) ? null : 'a number'
    case 'id':
      return idPattern.test(value) ? null : 'an id: a letter or _, then letters, digits, - _ .'
    case 'enumeration':
      return kind.values.includes(value) ? null : `one of ${kind.values.join(', ')}`
    case 'reference':
      return (kind.within === 'file' ? idPattern : qNamePattern).test(value) ? null : 'the id of an element'
  }
}

import { type ValueKind, valueKind } from './value-kind.ts'

/**
 * The notation of the `*-types.ts` tables, which say what the standard's XML schemas say:
 *
 *     tBoundaryEvent < tCatchEvent                        a type and the one it extends
 *       @attachedToRef!:ref(tActivity)                    an attribute, `!` when it is required
 *       dataOutput* outputSet? condition:tExpression      children in their order: exactly one, `?` `*` `+` `{2,}`
 *
 * A child without a type of its own is a global element, or one whose type extends that element's. `ref(T)` is a QName of
 * a T, `idref(T)` an id of this file, `ref()` a QName of something outside of BPMN,
 * `found(T)` a QName that is judged only if it is found, because interfaces may be described elsewhere (§8.5). Words after the type: `abstract`,
 * `mixed` (has text), `open` (holds anything), `foreign` (takes attributes of other namespaces), `choice` (at most one
 * of its own children).
 */
export interface DeclaredType {
  readonly name: string
  readonly base: string | null
  readonly words: ReadonlySet<string>
  readonly attributes: ReadonlyMap<string, DeclaredAttribute>
  readonly children: readonly DeclaredChild[]
}

export interface DeclaredAttribute {
  readonly kind: ValueKind
  readonly required: boolean
}

export interface DeclaredChild {
  readonly name: string
  /** Type of a local element; null for a global one; a value's kind for one that holds just a value. */
  readonly type: string | ValueKind | null
  readonly least: number
  readonly most: number
}

export const readSchemaText = (text: string): DeclaredType[] =>
  text
    .trim()
    .split(/\n(?! )/)
    .map(readType)

function readType(block: string): DeclaredType {
  const [head = '', ...lines] = block.split('\n')
  const [name = '', ...words] = head.split(' ')
  const tokens = lines.flatMap((line) => line.trim().split(' '))
  return {
    name,
    base: words[0] === '<' ? (words[1] ?? null) : null,
    words: new Set(words),
    attributes: new Map(tokens.filter((token) => token.startsWith('@')).map(readAttribute)),
    children: tokens.filter((token) => !token.startsWith('@')).map(readChild),
  }
}

function readAttribute(token: string): [string, DeclaredAttribute] {
  const [name = '', kind = ''] = token.slice(1).split(':')
  const required = name.endsWith('!')
  return [required ? name.slice(0, -1) : name, { kind: valueKind(kind), required }]
}

const occurrences: ReadonlyMap<string, readonly [least: number, most: number]> = new Map([
  ['', [1, 1]],
  ['?', [0, 1]],
  ['*', [0, Number.POSITIVE_INFINITY]],
  ['+', [1, Number.POSITIVE_INFINITY]],
  ['{2,}', [2, Number.POSITIVE_INFINITY]],
  ['{1,2}', [1, 2]],
])

function readChild(token: string): DeclaredChild {
  const [, name = '', type, count = ''] = /^(\w+)(?::([\w()|]+))?([?*+]|\{.*\})?$/.exec(token) ?? []
  const [least, most] = occurrences.get(count) ?? [1, 1]
  if (type === undefined) return { name, type: null, least, most }
  return { name, type: type.includes('(') ? valueKind(type) : type, least, most }
}

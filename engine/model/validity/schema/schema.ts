import type { Namespace } from '../document/xml-element.ts'
import { activitiesTypes } from './activities-types.ts'
import { collaborationTypes } from './collaboration-types.ts'
import { dataTypes } from './data-types.ts'
import { diagramTypes } from './diagram-types.ts'
import { eventsTypes } from './events-types.ts'
import { infrastructureTypes } from './infrastructure-types.ts'
import { processTypes } from './process-types.ts'
import {
  type DeclaredAttribute,
  type DeclaredChild,
  type DeclaredType,
  readSchemaText,
} from './schema-text.ts'

/** A type with all it inherits. */
export interface ElementType {
  readonly name: string
  /** Itself and all it extends. */
  readonly kinds: ReadonlySet<string>
  readonly mixed: boolean
  readonly open: boolean
  readonly foreign: boolean
  /** Children of which there is at most one, of all. */
  readonly choice: readonly string[]
  readonly attributes: ReadonlyMap<string, DeclaredAttribute>
  /** In the order of the schema, those of the base first. */
  readonly children: readonly DeclaredChild[]
  /** Index in `children` by the name of an element that may stand there. */
  readonly places: ReadonlyMap<string, number>
}

const declared: ReadonlyMap<string, DeclaredType> = new Map(
  [
    infrastructureTypes,
    processTypes,
    activitiesTypes,
    eventsTypes,
    dataTypes,
    collaborationTypes,
    diagramTypes,
  ]
    .flatMap(readSchemaText)
    .map((type) => [type.name, type]),
)

/** Names of elements that do not follow from their type. */
const namedOtherwise: ReadonlyMap<string, string> = new Map([
  ['tInputOutputBinding', 'ioBinding'],
  ['tInputOutputSpecification', 'ioSpecification'],
])

const elementName = (type: string): string =>
  namedOtherwise.get(type) ?? (/^t[A-Z]/.test(type) ? type.charAt(1).toLowerCase() + type.slice(2) : type)

function lineage(name: string): DeclaredType[] {
  const type = declared.get(name)
  if (type === undefined) return []
  return [...(type.base === null ? [] : lineage(type.base)), type]
}

/** Global elements by name, the abstract ones too. */
const globals: ReadonlyMap<string, string> = new Map(
  [...declared.keys()].map((type) => [elementName(type), type]),
)

/** Names of the elements that may stand where `head` may. */
const substitutes = remembered((head: string): readonly string[] => {
  const type = globals.get(head) ?? ''
  const fitting = [...declared.values()].filter(
    ({ name, words }) => !words.has('abstract') && lineage(name).some((base) => base.name === type),
  )
  return fitting.map(({ name }) => elementName(name))
})

/** A type of the standard's schemas by name. */
export const typeNamed = remembered((name: string): ElementType | null => {
  const line = lineage(name)
  if (line.length === 0) return null
  const children = line.flatMap((type) => type.children)
  const words = new Set(line.flatMap((type) => [...type.words]))
  const names = children.map(({ type, name }) => (type === null ? substitutes(name) : [name]))
  return {
    name,
    kinds: new Set(line.map((type) => type.name)),
    mixed: words.has('mixed'),
    open: words.has('open'),
    foreign: words.has('foreign'),
    choice: line.flatMap((type) =>
      type.words.has('choice') ? type.children.map((child) => child.name) : [],
    ),
    attributes: new Map(line.flatMap((type) => [...type.attributes])),
    children,
    places: new Map(names.flatMap((fitting, index) => fitting.map((at) => [at, index]))),
  }
})

/** The type of a global element by its local name. */
export const typeOfElement = (name: string): ElementType | null => typeNamed(globals.get(name) ?? '')

/** The namespace in which a child of this type is declared. */
export function namespaceOfChild(child: string, { name }: ElementType): Namespace {
  if (child.startsWith('BPMN')) return 'bpmndi'
  if (/^t[A-Z]/.test(name)) return 'bpmn'
  return child === 'Bounds' || child === 'Font' ? 'dc' : 'di'
}

/** Types are completed when a file first needs them. */
function remembered<T>(compute: (name: string) => T): (name: string) => T {
  const known = new Map<string, T>()
  return (name) => {
    const before = known.get(name)
    if (before !== undefined) return before
    const computed = compute(name)
    known.set(name, computed)
    return computed
  }
}

import { ANY, builtinType, type FeelType } from '../../feel/embedding.ts'
import type { FeelValue, NameShape } from '../../feel/index.ts'
import { compileUnaryTests } from '../../feel/index.ts'
import { DmnStop } from '../decision-stop.ts'
import { type DmnElement, elementOf, elementsOf, flagOf, idOf, nameOf, textOf } from '../read/element.ts'

/** The types a model defines, and the names of their parts. */
export interface ItemTypes {
  readonly types: ReadonlyMap<string, FeelType>
  typeOf(typeRef: string): FeelType
  shapeOf(typeRef: string): NameShape
}

const NO_PARTS: NameShape = {}
/** An item definition that contains itself is read this far; deeper parts may be anything. */
const MAX_DEPTH = 6

/** Reads all item definitions; `imported` are those of other models, by their qualified name. */
export function readItemTypes(definitions: DmnElement, imported: ReadonlyMap<string, ItemTypes>): ItemTypes {
  const items = new Map(elementsOf(definitions, 'itemDefinition').map((item) => [nameOf(item), item]))
  const resolve: Resolve = (typeRef, depth) => {
    const name = plainName(typeRef)
    const item = items.get(name)
    if (item !== undefined) return depth > MAX_DEPTH ? OPEN : read(item, depth + 1, resolve)
    return fromImport(name, imported) ?? { type: builtinType(name) ?? ANY, shape: NO_PARTS }
  }
  const types = new Map([...items.keys()].map((name) => [name, resolve(name, 0).type]))
  for (const [prefix, other] of imported)
    for (const [name, type] of other.types) types.set(prefix === '' ? name : `${prefix}.${name}`, type)
  return {
    types,
    typeOf: (typeRef) => resolve(typeRef, 0).type,
    shapeOf: (typeRef) => resolve(typeRef, 0).shape,
  }
}

interface Resolved {
  readonly type: FeelType
  readonly shape: NameShape
}

type Resolve = (typeRef: string, depth: number) => Resolved

const OPEN: Resolved = { type: ANY, shape: NO_PARTS }

/** `feel:string` is written for `string` in older editions. */
const plainName = (typeRef: string): string =>
  typeRef
    .replace(/^feel:/, '')
    .replace(/\s+/g, ' ')
    .trim()

function fromImport(name: string, imported: ReadonlyMap<string, ItemTypes>): Resolved | undefined {
  const unnamed = imported.get('')
  if (unnamed?.types.has(name)) return { type: unnamed.typeOf(name), shape: unnamed.shapeOf(name) }
  const dot = name.indexOf('.')
  const other = dot < 0 ? undefined : imported.get(name.slice(0, dot))
  if (other === undefined) return undefined
  return { type: other.typeOf(name.slice(dot + 1)), shape: other.shapeOf(name.slice(dot + 1)) }
}

function read(item: DmnElement, depth: number, resolve: Resolve): Resolved {
  const { type, shape } = readBase(item, depth, resolve)
  const allowed = constrained(item, 'allowedValues', type)
  const whole: FeelType = flagOf(item, 'isCollection') ? { kind: 'list', item: allowed } : allowed
  return { type: constrained(item, 'typeConstraint', whole), shape }
}

function readBase(item: DmnElement, depth: number, resolve: Resolve): Resolved {
  const functionItem = elementOf(item, 'functionItem')
  if (functionItem !== undefined) return readFunction(functionItem, depth, resolve)
  const components = elementsOf(item, 'itemComponent')
  if (components.length === 0) return resolve(textOf(item, 'typeRef'), depth)
  const parts = components.map(
    (component) => [nameOf(component), read(component, depth + 1, resolve)] as const,
  )
  return {
    type: { kind: 'context', entries: new Map(parts.map(([name, part]) => [name, part.type])) },
    shape: Object.fromEntries(parts.map(([name, part]) => [name, part.shape])),
  }
}

function readFunction(item: DmnElement, depth: number, resolve: Resolve): Resolved {
  const parameters = elementsOf(item, 'parameters').map(
    (parameter) => resolve(textOf(parameter, 'typeRef'), depth).type,
  )
  return {
    type: { kind: 'function', parameters },
    shape: resolve(textOf(item, 'outputTypeRef'), depth).shape,
  }
}

const NOWHERE = { now: 0, zone: 'UTC' }

function constrained(item: DmnElement, property: string, base: FeelType): FeelType {
  const text = textOf(elementOf(item, property), 'text')
  if (text === '') return base
  const tests = compileUnaryTests(text)
  if (!tests.ok)
    throw new DmnStop(
      'dmn_feel_invalid',
      idOf(item),
      `${nameOf(item)}, allowed values: ${tests.error.message}`,
    )
  const admits = (value: FeelValue): boolean => {
    const passed = tests.value.test(value, () => undefined, NOWHERE)
    return passed.ok && passed.value
  }
  return { kind: 'allowed', base, admits }
}

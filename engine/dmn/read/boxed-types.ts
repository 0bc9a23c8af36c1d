import { DmnModdle } from 'dmn-moddle'

/** An element in another, by its own tag. */
const part = (name: string, type: string): object => ({ name, type, xml: { serialize: 'property' } })

/** What DMN 1.4 and 1.5 added; dmn-moddle knows 1.3. */
const ADDED_TYPES: readonly object[] = [
  {
    name: 'ChildExpression',
    properties: [
      { name: 'id', isAttr: true, type: 'String' },
      { name: 'value', type: 'Expression' },
    ],
  },
  {
    name: 'TypedChildExpression',
    superClass: ['ChildExpression'],
    properties: [{ name: 'typeRef', isAttr: true, type: 'String' }],
  },
  {
    name: 'Conditional',
    superClass: ['Expression'],
    properties: [
      part('if', 'ChildExpression'),
      part('then', 'ChildExpression'),
      part('else', 'ChildExpression'),
    ],
  },
  {
    name: 'Filter',
    superClass: ['Expression'],
    properties: [part('in', 'ChildExpression'), part('match', 'ChildExpression')],
  },
  {
    name: 'Iterator',
    superClass: ['Expression'],
    properties: [
      { name: 'iteratorVariable', isAttr: true, type: 'String' },
      part('in', 'TypedChildExpression'),
    ],
  },
  { name: 'For', superClass: ['Iterator'], properties: [part('return', 'ChildExpression')] },
  { name: 'Every', superClass: ['Iterator'], properties: [part('satisfies', 'ChildExpression')] },
  { name: 'Some', superClass: ['Iterator'], properties: [part('satisfies', 'ChildExpression')] },
]

const TYPE_CONSTRAINT = part('typeConstraint', 'UnaryTests')

/** A reader of DMN 1.3 with the boxed expressions of 1.4 and 1.5. */
export function createModdle(): DmnModdle {
  const plain = new DmnModdle().getPackage('dmn')
  const types = plain.types.map((type) => (isItemDefinition(type) ? withConstraint(type) : type))
  return new DmnModdle({ dmn: { ...plain, types: [...types, ...ADDED_TYPES] } })
}

interface TypeDescriptor {
  readonly name: string
  readonly properties: readonly object[]
}

const isItemDefinition = (type: object): type is TypeDescriptor =>
  'name' in type && type.name === 'ItemDefinition'

const withConstraint = (type: TypeDescriptor): object => ({
  ...type,
  properties: [...type.properties, TYPE_CONSTRAINT],
})

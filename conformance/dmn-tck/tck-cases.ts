import { DmnModdle } from 'dmn-moddle'
import { type DmnElement, elementOf, elementsOf, isElement, textOf } from '../../engine/dmn/read/element.ts'

/** The kit's case format, for the reader that DMN files are read with. */
const TCK_PACKAGE = {
  name: 'TCK',
  prefix: 'tck',
  uri: 'http://www.omg.org/spec/DMN/20160719/testcase',
  xml: { tagAlias: 'lowerCase' },
  types: [
    {
      name: 'TestCases',
      properties: [many('testCase', 'TestCase'), attribute('namespace'), child('modelName', 'String')],
    },
    {
      name: 'TestCase',
      properties: [
        attribute('id'),
        attribute('type'),
        attribute('invocableName'),
        many('inputNode', 'ValueType'),
        many('resultNode', 'ResultNode'),
      ],
    },
    {
      name: 'ValueType',
      properties: [
        attribute('name'),
        attribute('nil'),
        child('value', 'SimpleValue'),
        many('component', 'ValueType'),
        child('list', 'ItemList'),
      ],
    },
    { name: 'ItemList', properties: [attribute('nil'), many('item', 'ValueType')] },
    {
      name: 'SimpleValue',
      properties: [attribute('valueType'), attribute('nil'), { name: 'text', type: 'String', isBody: true }],
    },
    {
      name: 'ResultNode',
      properties: [attribute('name'), attribute('errorResult'), child('expected', 'ValueType')],
    },
  ],
}

function attribute(name: string): object {
  return { name, isAttr: true, type: 'String' }
}
function child(name: string, type: string): object {
  return { name, type, xml: { serialize: 'property' } }
}
function many(name: string, type: string): object {
  return { name, type, isMany: true, xml: { serialize: 'property' } }
}

/** A value of the kit: a typed text, parts by name, a list, or nil. */
export type TckValue =
  | { readonly kind: 'nil' }
  | { readonly kind: 'simple'; readonly type: string; readonly text: string }
  | { readonly kind: 'parts'; readonly parts: ReadonlyMap<string, TckValue> }
  | { readonly kind: 'list'; readonly items: readonly TckValue[] }

interface TckExpectation {
  readonly decision: string
  readonly expected: TckValue
}

export interface TckCase {
  readonly id: string
  readonly type: 'decision' | 'bkm' | 'decisionService'
  /** The decision service or business knowledge model to call. */
  readonly invocable: string
  readonly inputs: ReadonlyMap<string, TckValue>
  readonly expectations: readonly TckExpectation[]
}

/** One file of cases. */
export interface TckCases {
  /** The file of the model they are about, empty when they name none. */
  readonly modelName: string
  readonly cases: readonly TckCase[]
}

/** The cases of one file of the kit. */
export async function readTckCases(xml: string): Promise<TckCases> {
  // The reader gives xsi:type a meaning of its own; here it only says how to read a text.
  const plain = xml.replace(/\bxsi:type=/g, 'valueType=').replace(/\bxsi:nil=/g, 'nil=')
  const { rootElement } = await new DmnModdle({ tck: TCK_PACKAGE }).fromXML(plain, 'tck:TestCases')
  if (!isElement(rootElement)) throw new Error('no test cases in the file')
  return {
    modelName: textOf(rootElement, 'modelName'),
    cases: elementsOf(rootElement, 'testCase').map(readCase),
  }
}

function readCase(element: DmnElement): TckCase {
  return {
    id: textOf(element, 'id'),
    type: typeOfCase(textOf(element, 'type')),
    invocable: textOf(element, 'invocableName').replace(/\s+/g, ' '),
    inputs: new Map(
      elementsOf(element, 'inputNode').map((input) => [textOf(input, 'name'), readValue(input)]),
    ),
    expectations: elementsOf(element, 'resultNode').map((result) => {
      const expected = elementOf(result, 'expected')
      return {
        decision: textOf(result, 'name'),
        expected: expected === undefined ? NIL : readValue(expected),
      }
    }),
  }
}

const typeOfCase = (text: string): TckCase['type'] =>
  text === 'decisionService' || text === 'bkm' ? text : 'decision'

const NIL: TckValue = { kind: 'nil' }

function readValue(element: DmnElement): TckValue {
  const simple = elementOf(element, 'value')
  if (simple !== undefined) return readSimple(simple)
  const list = elementOf(element, 'list')
  if (list !== undefined) {
    return textOf(list, 'nil') === 'true'
      ? NIL
      : { kind: 'list', items: elementsOf(list, 'item').map(readValue) }
  }
  const parts = elementsOf(element, 'component')
  if (parts.length === 0) return NIL
  return { kind: 'parts', parts: new Map(parts.map((part) => [textOf(part, 'name'), readValue(part)])) }
}

function readSimple(element: DmnElement): TckValue {
  if (textOf(element, 'nil') === 'true') return NIL
  const text = element.text
  return {
    kind: 'simple',
    type: textOf(element, 'valueType').replace(/^\w+:/, ''),
    text: typeof text === 'string' ? text : '',
  }
}

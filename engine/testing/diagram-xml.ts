import type { ElementOptions, MultiInstanceOptions, StandardLoopOptions } from './diagram-options.ts'

export type Attributes = Readonly<Record<string, string | undefined>>

/** `<tag a="1">children</tag>`; attributes that are undefined are left out. */
export function xml(tag: string, attributes: Attributes, ...children: readonly string[]): string {
  const written = Object.entries(attributes).flatMap(([name, value]) =>
    value === undefined ? [] : [` ${name}="${escapeXml(value)}"`],
  )
  const inside = children.join('')
  return inside === '' ? `<${tag}${written.join('')}/>` : `<${tag}${written.join('')}>${inside}</${tag}>`
}

export const escapeXml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')

/** Children that any element can have, in the order of the standard's schema. */
export function commonChildren(options: ElementOptions, extensions: readonly string[]): string {
  const inside = [
    ...extensions,
    mappings(options),
    properties(options.properties ?? {}),
    options.extensions ?? '',
  ]
  return [
    options.documentation === undefined
      ? ''
      : xml('bpmn:documentation', {}, escapeXml(options.documentation)),
    inside.join('') === '' ? '' : xml('bpmn:extensionElements', {}, ...inside),
    options.multiInstance === undefined ? '' : multiInstance(options.multiInstance),
    options.standardLoop === undefined ? '' : standardLoop(options.standardLoop),
    options.xml ?? '',
  ].join('')
}

function mappings({ inputs = {}, outputs = {} }: ElementOptions): string {
  const all = [
    ...Object.entries(inputs).map(([target, source]) => xml('zeebe:input', { source, target })),
    ...Object.entries(outputs).map(([target, source]) => xml('zeebe:output', { source, target })),
  ]
  return all.length === 0 ? '' : xml('zeebe:ioMapping', {}, ...all)
}

export function properties(values: Readonly<Record<string, string>>): string {
  const all = Object.entries(values).map(([name, value]) => xml('zeebe:property', { name, value }))
  return all.length === 0 ? '' : xml('zeebe:properties', {}, ...all)
}

export function headers(values: Readonly<Record<string, string>> = {}): string {
  const all = Object.entries(values).map(([key, value]) => xml('zeebe:header', { key, value }))
  return all.length === 0 ? '' : xml('zeebe:taskHeaders', {}, ...all)
}

function multiInstance({
  sequential,
  completionCondition,
  cardinality,
  ...loop
}: MultiInstanceOptions): string {
  const characteristics = xml('zeebe:loopCharacteristics', { ...loop })
  return xml(
    'bpmn:multiInstanceLoopCharacteristics',
    { isSequential: sequential === true ? 'true' : undefined },
    Object.keys(loop).length === 0 ? '' : xml('bpmn:extensionElements', {}, characteristics),
    formal('bpmn:loopCardinality', cardinality),
    formal('bpmn:completionCondition', completionCondition),
  )
}

const standardLoop = ({ condition, testBefore, maximum }: StandardLoopOptions): string =>
  xml(
    'bpmn:standardLoopCharacteristics',
    { testBefore: testBefore?.toString(), loopMaximum: maximum?.toString() },
    formal('bpmn:loopCondition', condition),
  )

/** An expression element, '' without a text. */
export const formal = (tag: string, text: string | undefined): string =>
  text === undefined ? '' : xml(tag, { 'xsi:type': 'bpmn:tFormalExpression' }, escapeXml(text))

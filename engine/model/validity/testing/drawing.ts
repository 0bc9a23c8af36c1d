import { validate } from '../validate.ts'

/** Small diagrams for tests: nodes list their sequence flows, as the standard asks for. */
export interface DrawnNode {
  readonly tag: string
  readonly id: string
  readonly inside: string
  readonly attributes: string
}

export const node = (tag: string, id: string, inside = '', attributes = ''): DrawnNode => ({
  tag,
  id,
  inside,
  attributes,
})

export const start = (inside = '', attributes = ''): DrawnNode => node('startEvent', 's', inside, attributes)
export const task = (id: string, inside = '', attributes = ''): DrawnNode =>
  node('task', id, inside, attributes)
export const end = (inside = ''): DrawnNode => node('endEvent', 'e', inside)

/** Raw XML stands as it is. `flows`: `s>t t>e`; with `?` at its end a flow has a condition. `artifacts` follow. */
export function scope(contents: readonly (DrawnNode | string)[], flows = '', artifacts = ''): string {
  const drawn = flows.split(' ').filter((flow) => flow !== '')
  const ids = drawn.map((flow) => flow.replace('?', '').split('>'))
  const list = (tag: string, end: number, id: string) =>
    ids.map((ends) => (ends[end] === id ? `<${tag}>${ends.join('-')}</${tag}>` : '')).join('')
  return [
    ...contents.map((one) =>
      typeof one === 'string'
        ? one
        : `<${one.tag} id="${one.id}" ${one.attributes}>${list('incoming', 1, one.id)}${list('outgoing', 0, one.id)}${one.inside}</${one.tag}>`,
    ),
    ...ids.map(
      ([source, target], at) =>
        `<sequenceFlow id="${source}-${target}" sourceRef="${source}" targetRef="${target}">${drawn[at]?.endsWith('?') ? formal('conditionExpression', 'x') : ''}</sequenceFlow>`,
    ),
    artifacts,
  ].join('\n')
}

export const formal = (tag: string, body: string): string =>
  `<${tag} xsi:type="tFormalExpression">${body}</${tag}>`

export const process = (inside: string, attributes = '', id = 'p'): string =>
  `<process id="${id}" ${attributes}>\n${inside}\n</process>`

/** A process from a start event over the given nodes, in a row, to an end event. */
export const row = (...between: readonly DrawnNode[]): string => {
  const ids = ['s', ...between.map(({ id }) => id), 'e']
  const flows = ids.slice(1).map((id, at) => `${ids[at]}>${id}`)
  return scope([start(), ...between, end()], flows.join(' '))
}

export const definitions = (...roots: readonly string[]): string => `<?xml version="1.0"?>
<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:o="urn:other" targetNamespace="urn:test">
${roots.join('\n')}
</definitions>`

export type Case = readonly [what: string, roots: readonly string[], expected: readonly string[]]

/** Each case: these root elements, and `code element` of every problem; none for a valid model. */
export function judges(title: string, cases: readonly Case[]): void {
  describe(title, () => {
    test.each(cases)('%s', async (_, roots, expected) => {
      const problems = await validate(definitions(...roots))
      expect(problems.map(({ code, element }) => `${code} ${element}`)).toEqual(expected)
      for (const { message, remedy, line } of problems) {
        expect(message).toMatch(/\. \(BPMN 2\.0\.2 §\d[\d.]*\)$/)
        expect(remedy).toMatch(/\w{3}.*\.$/)
        expect(line).toBeGreaterThan(1)
      }
    })
  })
}

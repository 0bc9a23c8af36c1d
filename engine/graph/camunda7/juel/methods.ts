import { indexed, isEmpty, type Write } from './feel-access.ts'
import { type FeelPart, levels, value, within } from './feel-part.ts'
import type { JuelNode } from './juel-node.ts'

type Method = (of: FeelPart, args: readonly JuelNode[], write: Write) => FeelPart

/** A function of FEEL that takes the object first. */
const call =
  (name: string): Method =>
  (of, args, write) =>
    value(`${name}(${[of, ...args.map(write)].map(({ text }) => text).join(', ')})`)

const same: Method = (of) => of

const part: Method = (of, [key], write) => indexed(of, key!, write)

const contains: Method = (of, [what], write) => {
  const args = `${of.text}, ${write(what!).text}`
  if (of.text.startsWith('"')) return value(`contains(${args})`)
  const owner = within(of, levels.sum)
  return {
    text: `if ${owner} instance of list<Any> then list contains(${args}) else contains(${args})`,
    level: levels.choice,
  }
}

const substring: Method = (of, [from, to], write) => {
  const begin = sum(write(from!), '+', '1')
  if (to === undefined) return value(`substring(${of.text}, ${begin})`)
  return value(
    `substring(${of.text}, ${begin}, ${sum(write(to), '-', within(write(from!), levels.product))})`,
  )
}

const sum = (left: FeelPart, sign: string, right: string): string =>
  `${within(left, levels.sum)} ${sign} ${right}`

const equal = (left: string, right: string): FeelPart => ({
  text: `${left} = ${right}`,
  level: levels.comparison,
})

/** What FEEL has for methods of Java's texts, lists and maps and of version 7's JSON, by name and number of arguments. */
export const methods: ReadonlyMap<string, Method> = new Map<string, Method>([
  ['get/1', part],
  ['prop/1', part],
  ['element/1', part],
  [
    'getOrDefault/2',
    (of, [key, other], write) => value(`get or else(${part(of, [key!], write).text}, ${write(other!).text})`),
  ],
  ['stringValue/0', same],
  ['numberValue/0', same],
  ['boolValue/0', same],
  ['elements/0', same],
  ['doubleValue/0', same],
  ['booleanValue/0', same],
  ['size/0', call('count')],
  ['length/0', call('string length')],
  ['isEmpty/0', isEmpty],
  ['contains/1', contains],
  [
    'containsKey/1',
    (of, [key], write) => value(`list contains(get entries(${of.text}).key, ${write(key!).text})`),
  ],
  ['equals/1', (of, [other], write) => equal(within(of, levels.sum), within(write(other!), levels.sum))],
  [
    'equalsIgnoreCase/1',
    (of, [other], write) => equal(`lower case(${of.text})`, `lower case(${write(other!).text})`),
  ],
  [
    'concat/1',
    (of, [other], write) => ({
      text: sum(of, '+', within(write(other!), levels.product)),
      level: levels.sum,
    }),
  ],
  ['toString/0', call('string')],
  ['toUpperCase/0', call('upper case')],
  ['toLowerCase/0', call('lower case')],
  ['trim/0', call('trim')],
  ['startsWith/1', call('starts with')],
  ['endsWith/1', call('ends with')],
  ['substring/1', substring],
  ['substring/2', substring],
])

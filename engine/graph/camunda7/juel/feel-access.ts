import { feelName } from './feel-name.ts'
import { type FeelPart, levels, value, within } from './feel-part.ts'
import type { JuelNode } from './juel-node.ts'

export type Write = (node: JuelNode) => FeelPart

export const member = (of: FeelPart, name: string): FeelPart =>
  value(`${within(of, levels.value)}.${feelName(name)}`)

/** `items[0]`, `order['id']`; what a computed index is shows only when it runs. Lists of FEEL begin with 1. */
export function indexed(of: FeelPart, at: JuelNode, write: Write): FeelPart {
  const { kind } = at
  if (kind === 'literal' && typeof at.value === 'string') return member(of, at.value)
  if (kind === 'literal' && typeof at.value === 'number')
    return value(`${within(of, levels.value)}[${at.value + 1}]`)
  const index = write(at)
  const number = within(index, levels.sum)
  const item = `sublist(${of.text}, ${number} + 1, 1)[1]`
  return {
    text: `if ${number} instance of number then ${item} else get value(${of.text}, ${index.text})`,
    level: levels.choice,
  }
}

/** Null, empty text, empty list and empty context. */
export const isEmpty = (of: FeelPart): FeelPart => value(`list contains([null, "", [], {}], ${of.text})`)

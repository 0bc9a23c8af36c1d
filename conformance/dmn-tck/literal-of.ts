import { type DmnElement, textOf, typeOf } from '../../engine/dmn/read/element.ts'

/** Variables by name, as feelin has them. */
export type Variables = Readonly<Record<string, unknown>>

/** Ends an opinion on something that is not feelin's trade. */
export class NotItsTrade extends Error {}

/** The text of a literal expression. @throws NotItsTrade for any other logic */
export function literalOf(logic: DmnElement | undefined): string {
  const text = logic === undefined ? '' : textOf(logic, 'text')
  if (logic === undefined || typeOf(logic) !== 'LiteralExpression' || text === '') throw new NotItsTrade()
  return text
}

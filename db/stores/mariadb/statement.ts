import mysql from 'mysql2'
import type { Key } from '../../../engine/ports/rows.ts'
import type { SqlValue } from '../sql/sql-text.ts'

/** The text of a statement around its values. Of the same text there is one object, by which it is known again. */
export interface Shape {
  /** One more than there are values. */
  readonly parts: readonly string[]
  /** False of one that nobody will see again. */
  readonly isKept: boolean
}

/** One statement and its values as literals. */
export interface Statement {
  readonly shape: Shape
  readonly values: readonly string[]
  /** The row of this key must be there with the revision asked for, else the command was overtaken. */
  readonly mustMatch?: Key
}

/** Shapes that are known again; statements of very many rows are hardly ever sent twice. */
const MOST_SHAPES = 2_000
const MOST_VALUES = 100

const shapes = new Map<string, Shape>()

/** `text`: with `?` for each value, and none elsewhere. */
export const statement = (text: string, values: readonly SqlValue[]): Statement =>
  filled(shapeOf(text, values.length), values)

export const filled = (shape: Shape, values: readonly SqlValue[]): Statement => ({
  shape,
  values: values.map(literal),
})

export const withoutValues = (text: string): Statement => statement(text, [])

/** `values`: how many there are in the text. */
export function shapeOf(text: string, values: number): Shape {
  const known = shapes.get(text)
  if (known) return known
  const isKept = values <= MOST_VALUES && shapes.size < MOST_SHAPES
  const shape = { parts: text.split('?'), isKept }
  if (isKept) shapes.set(text, shape)
  return shape
}

/**
 * Shapes of statements that differ by a number of rows only: found by it, without their texts.
 * @param textOf the text for a number of rows
 * @param width values of each
 */
export function shapesByRows(textOf: (rows: number) => string, width: number): (rows: number) => Shape {
  const known: Shape[] = []
  return (rows) => {
    if (known[rows]) return known[rows]
    const shape = shapeOf(textOf(rows), rows * width)
    if (shape.isKept) known[rows] = shape
    return shape
  }
}

/** With its values written in. */
export function sqlOf({ shape: { parts }, values }: Statement): string {
  let sql = parts[0]!
  for (let i = 0; i < values.length; i++) sql += values[i]! + parts[i + 1]!
  return sql
}

/** With `?` for each of its values. */
export const templateOf = ({ parts }: Shape): string => parts.join('?')

/** `(?, ?), (?, ?)` */
export const rowsOfPlaces = (rows: number, columns: number): string =>
  repeated(`(${repeated('?', columns)})`, rows)

/** `?, ?` */
export const places = (count: number): string => repeated('?', count)

const repeated = (text: string, times: number): string => text + `, ${text}`.repeat(times - 1)

/** mysql2 escapes quotes, backslashes and control characters. */
const literal = (value: SqlValue): string =>
  typeof value === 'number' ? String(value) : value === null ? 'NULL' : mysql.escape(value)

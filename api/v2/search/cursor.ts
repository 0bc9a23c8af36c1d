import { ApiProblem } from '../../http/api-problem.ts'

/** What a cursor remembers: the item's key and what it was sorted by, or its place in a list. */
export type Place = readonly (string | number | null)[]

/** Longest cursor that the contract allows. */
const MAX_LENGTH = 300

/** Undefined when it would be too long for the contract. */
export function writeCursor(place: Place): string | undefined {
  const text = Buffer.from(JSON.stringify(place)).toString('base64')
  return text.length <= MAX_LENGTH ? text : undefined
}

/** 400 `cursor_not_valid` unless it is a cursor of a search with as many values. */
export function readCursor(text: string, length: number): Place {
  const place = parse(Buffer.from(text, 'base64').toString('utf8'))
  if (!Array.isArray(place) || place.length !== length || !place.every(isValue)) throw notValid()
  return place
}

const isValue = (value: unknown) => value === null || typeof value === 'string' || Number.isSafeInteger(value)

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw notValid()
  }
}

const notValid = () =>
  new ApiProblem(
    400,
    'cursor_not_valid',
    'Expected a startCursor or endCursor from an answer of this search with the same sort. Begin again without a cursor.',
  )

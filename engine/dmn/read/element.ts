/** An element of the file as the reader yields it; ask it with the functions below. */
export interface DmnElement {
  readonly $type: string
  readonly [property: string]: unknown
}

const isElement = (value: unknown): value is DmnElement =>
  typeof value === 'object' && value !== null && '$type' in value

/** The element of that property, undefined when there is none. */
export function elementOf(element: DmnElement, property: string): DmnElement | undefined {
  const value = element[property]
  return isElement(value) ? value : undefined
}

export function elementsOf(element: DmnElement, property: string): readonly DmnElement[] {
  const value = element[property]
  return Array.isArray(value) ? value.filter(isElement) : []
}

/** The text of that property, an empty one when there is none. */
export function textOf(element: DmnElement | undefined, property: string): string {
  const value = element?.[property]
  return typeof value === 'string' ? value.trim() : ''
}

/** A flag that is off unless written. */
export const flagOf = (element: DmnElement, property: string): boolean => element[property] === true

export const idOf = (element: DmnElement): string => textOf(element, 'id')

/** The name that others use; white space in it counts as one blank. */
export const nameOf = (element: DmnElement): string => textOf(element, 'name').replace(/\s+/g, ' ')

/** `dmn:decisionTable` as `DecisionTable`. */
export const typeOf = (element: DmnElement): string => element.$type.replace(/^dmn:/, '')

export { isElement }
